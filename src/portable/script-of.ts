/**
 * The script that contains a file of the site, as pages on disk may run scripts but not read files. Pagefind's
 * fragments, of which there is one for each paper, share 256 scripts in each segment of the index.
 * @param path in the folder: `search/words.txt`, `pagefind/fragment/en_04be15c.pf_fragment`
 * @returns `search/words.txt.js`, `pagefind/fragment/en_04.js`
 */
export const scriptOf = (path: string): string =>
  `${path.replace(/(\/fragment\/.+_..)[^/]*\.pf_fragment$/, '$1')}.js`;

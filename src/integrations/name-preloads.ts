import type { BundleFacts } from './bundle-facts.ts';

/**
 * Names, in the head of the search page, the modules that its scripts import, so that they are fetched together
 * with the scripts and not after them.
 * @param path of a page: `/archive/search/`
 * @returns what is done with the page before it is written; undefined where it is left as it is
 * @throws {Error} what is returned, where the page has no end of a head
 */
export function namePreloads(
  facts: BundleFacts,
  path: string,
): ((html: string) => string) | undefined {
  const [, base] = /^(.*\/)search\/$/.exec(path) ?? [];
  if (base === undefined) return undefined;
  return (html) => {
    const end = html.indexOf('</head>');
    if (end < 0) throw new Error('The search page has no </head> to name its modules before.');
    const links = facts
      .listImports(html)
      .map((file) => `<link rel="modulepreload" href="${base}${file}">`);
    return html.slice(0, end) + links.join('') + html.slice(end);
  };
}

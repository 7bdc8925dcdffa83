import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { toText } from 'hast-util-to-text';
import { findElements, type SiteCheck } from './site-pages.ts';

/** Every address of the site that a file for programs names leads to a file of the site. */
export const dataAddresses: SiteCheck = {
  name: 'every address in the data and in llms.txt is there',
  async find(site) {
    const files = [...site.files].filter(
      (file) =>
        /^(api|volumes)\/.*\.jsonl?$/.test(file) || file === 'llms.txt' || file.endsWith('.md'),
    );
    const texts = await Promise.all(
      files.map(async (file) => ({ file, text: await readFile(join(site.folder, file), 'utf8') })),
    );
    // The lines that readers are told to type.
    for (const { file, tree } of site.pages.filter(({ file }) => file === 'about/index.html')) {
      for (const code of findElements(tree, (e) => e.tagName === 'code')) {
        texts.push({ file, text: toText(code) });
      }
    }
    return texts.flatMap(({ file, text }) =>
      [...findAddresses(text, site.siteUrl.href)]
        .filter((path) => !site.files.has(path.replace(/(^|\/)$/, '$1index.html')))
        .map((path) => ({ file, message: `${path} is not there` })),
    );
  },
};

/** The paths, below the site's address, that a text names; templates are none. */
function findAddresses(text: string, siteUrl: string): Set<string> {
  const addresses = text.matchAll(/https?:\/\/[^\s"'<>)\\]+/g);
  return new Set(
    [...addresses].flatMap(([address]) =>
      address.startsWith(siteUrl) && !address.includes('{') ? address.slice(siteUrl.length) : [],
    ),
  );
}

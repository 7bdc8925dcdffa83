import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type BuiltSite, findElements, type Page, type SiteCheck } from './site-pages.ts';

/** Pages that hold nothing of their own, and the one for addresses that lead nowhere. */
const leftOut = new Set(['404.html', 'search/index.html', 'saved/index.html']);

/** Search engines are told of every page that they may show, and of no other. */
export const sitemaps: SiteCheck = {
  name: 'the sitemaps list every page that may be found, and no other',
  async find(site) {
    const index = 'sitemap-index.xml';
    const parts = await readAddresses(site, index);
    const listed = new Set<string>();
    const findings = [];
    for (const part of parts) {
      const file = part.slice(site.siteUrl.href.length);
      if (!site.files.has(file)) findings.push({ file: index, message: `${part} leads nowhere` });
      else for (const address of await readAddresses(site, file)) listed.add(address);
    }
    for (const page of site.pages) {
      const address = new URL(page.path, site.siteUrl).href;
      const isListed = listed.delete(address);
      if (isListed !== mayBeFound(page))
        findings.push({ file: page.file, message: isListed ? 'is listed' : 'is not listed' });
    }
    for (const address of listed) findings.push({ file: index, message: `there is no ${address}` });
    return findings;
  },
};

async function readAddresses({ folder }: BuiltSite, file: string): Promise<string[]> {
  const text = await readFile(join(folder, file), 'utf8');
  return [...text.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address]) => address);
}

function mayBeFound({ file, tree }: Page): boolean {
  const isHidden = findElements(
    tree,
    ({ tagName, properties }) =>
      tagName === 'meta' &&
      (properties.content === 'noindex' || String(properties.httpEquiv) === 'refresh'),
  );
  return isHidden.length === 0 && !leftOut.has(file);
}

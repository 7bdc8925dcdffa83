import type { BuiltSite, Finding, Page, SiteCheck } from './site-pages.ts';
import { findElements } from './site-pages.ts';
import { findData, readData } from './taken-metadata.ts';

/** Days describe their papers, the home page the site, and every page has a card with its picture. */
export const describedPages: SiteCheck = {
  name: 'days list their papers as JSON-LD, and every page has a card with a picture',
  find: (site) => site.pages.flatMap((page) => findCardFaults(site, page)),
};

function findCardFaults(site: BuiltSite, page: Page): Finding[] {
  const metas = new Map(
    findElements(page.tree, ({ tagName }) => tagName === 'meta').map(({ properties }) => [
      String(properties.property ?? properties.name),
      String(properties.content),
    ]),
  );
  if (page.file === '404.html' || metas.get('robots') === 'noindex') return [];
  const image = metas.get('og:image') ?? '';
  const imageFile = image.slice(site.siteUrl.href.length);
  const cards = ['og:title', 'og:type', 'og:url', 'og:description', 'twitter:card'];
  const faults = [
    ...cards.filter((name) => !metas.get(name)).map((name) => `has no ${name}`),
    ...(site.files.has(imageFile) ? [] : [`has the picture ${image}, which is not there`]),
  ];
  const [script] = findData(page, 'application/ld+json');
  const data = script && readData(script);
  if (/^days\//.test(page.file)) {
    const entries = findElements(page.tree, ({ properties }) => 'dataPermalink' in properties);
    const listed = entries.map(({ properties }) => properties.dataPermalink).sort();
    const parts = ((data?.hasPart ?? []) as { url: string }[]).map(({ url }) => url).sort();
    if (JSON.stringify(listed) !== JSON.stringify(parts))
      faults.push(`lists ${parts.length} papers as JSON-LD, and shows ${listed.length}`);
  }
  if (page.file === 'index.html' && data?.['@type'] !== 'WebSite')
    faults.push('does not describe the site');
  return faults.map((message) => ({ file: page.file, message }));
}

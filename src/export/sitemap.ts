import { element, writeXml } from './xml.ts';

/** The maximum number of addresses in a sitemap. */
export const sitemapSize = 50_000;

const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/** A page, or a sitemap of an index. */
export interface SitemapEntry {
  /** Absolute address. */
  url: string;
  /** ISO date of its last change, if known. */
  updated?: string;
}

/**
 * Returns a sitemap, or an index of sitemaps.
 * @param list the root element: `urlset` for a sitemap, `sitemapindex` for an index
 * @see https://www.sitemaps.org/protocol.html
 */
export function writeSitemap(
  entries: readonly SitemapEntry[],
  list: 'urlset' | 'sitemapindex',
): string {
  const items = entries.map(({ url, updated }) =>
    element(
      list === 'urlset' ? 'url' : 'sitemap',
      {},
      element('loc', {}, url),
      updated === undefined ? undefined : element('lastmod', {}, updated),
    ),
  );
  return writeXml(element(list, { xmlns: namespace }, ...items));
}

/**
 * Returns `robots.txt`. Crawlers read it only at the root of a domain.
 * @param sitemap absolute address of the index of sitemaps
 * @see https://www.rfc-editor.org/rfc/rfc9309
 */
export function writeRobots(sitemap: string, noindex: boolean): string {
  return noindex
    ? 'User-agent: *\nDisallow: /\n'
    : `User-agent: *\nAllow: /\n\nSitemap: ${sitemap}\n`;
}

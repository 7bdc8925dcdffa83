import { element, writeXml } from './xml.ts';

/** The most addresses that one sitemap may hold. */
export const sitemapSize = 50_000;

const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/** A page, or a sitemap of an index. */
export interface SitemapEntry {
  /** Absolute address. */
  url: string;
  /** ISO date of its last change; none where no date of the archive tells. */
  updated?: string;
}

/** A sitemap: pages for search engines to read. @see https://www.sitemaps.org/protocol.html */
export function writeSitemap(pages: readonly SitemapEntry[]): string {
  return writeList('urlset', 'url', pages);
}

/** An index of sitemaps. @see https://www.sitemaps.org/protocol.html#index */
export function writeSitemapIndex(sitemaps: readonly SitemapEntry[]): string {
  return writeList('sitemapindex', 'sitemap', sitemaps);
}

function writeList(list: string, item: string, entries: readonly SitemapEntry[]): string {
  return writeXml(
    element(
      list,
      { xmlns: namespace },
      ...entries.map(({ url, updated }) =>
        element(
          item,
          {},
          element('loc', {}, url),
          updated === undefined ? undefined : element('lastmod', {}, updated),
        ),
      ),
    ),
  );
}

/**
 * What crawlers may read, and where the sitemaps are. It counts only at the root of a domain.
 * @param sitemap absolute address of the index of sitemaps
 * @see https://www.rfc-editor.org/rfc/rfc9309
 */
export function writeRobots(sitemap: string, noindex: boolean): string {
  return noindex
    ? 'User-agent: *\nDisallow: /\n'
    : `User-agent: *\nAllow: /\n\nSitemap: ${sitemap}\n`;
}

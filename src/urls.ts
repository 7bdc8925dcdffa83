import * as config from 'astro:config/client';

/**
 * The only maker of URLs. Paths are given without the base (`/papers/x/`) and come out with it
 * (`/archive/papers/x/`), so that the site works at a domain's root and under a sub-path alike.
 */

/** The base path, always with both slashes: `/` or `/archive/`. */
const base = `${config.base}/`.replace(/\/{2,}$/, '/');

/** A path of the site with its base in front: `/days/` → `/archive/days/`. */
export function withBase(path: string): string {
  return base + path.replace(/^\//, '');
}

/** The home page. */
export const homeUrl = (): string => withBase('/');
/** The page of a day, given as an ISO date: `2025-03-11`. */
export const dayUrl = (date: string): string => withBase(`/days/${date}/`);
/** The permalink of a paper. */
export const paperUrl = (slug: string): string => withBase(`/papers/${slug}/`);
/** The search page, with a query typed in if one is given. */
export const searchUrl = (query?: string): string =>
  withBase('/search/') + (query ? `?q=${encodeURIComponent(query)}` : '');
/** What Dayleaf is and how it works. */
export const aboutUrl = (): string => withBase('/about/');
/** Where Pagefind's index and scripts lie. */
export const pagefindUrl = (): string => withBase('/pagefind/');
/** A file of the index in front of Pagefind: `words.txt`. */
export const ownIndexUrl = (file: string): string => withBase(`/search/${file}`);
/** What tells browsers how to search the archive. */
export const openSearchUrl = (): string => withBase('/opensearch.xml');
/** The anchor of a paper's entry on its day page. */
export const entryAnchor = (slug: string): string => `paper-${slug}`;

/** The absolute address of a path that already has its base: for canonical links and feeds. */
export function absoluteUrl(path: string): string {
  return new URL(path, config.site).href;
}

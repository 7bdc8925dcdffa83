import * as config from 'astro:config/client';
import { dayPath, paperPath } from './permalinks.ts';

/**
 * The only maker of URLs. Paths are given without the base (`/papers/x/`) and come out with it
 * (`/archive/papers/x/`), so that the site works at a domain's root and under a sub-path alike.
 */

/** The base path, always with both slashes: `/` or `/archive/`. */
export const basePath = `${config.base}/`.replace(/\/{2,}$/, '/');

/**
 * A path of the site with its base in front: `/days/` → `/archive/days/`. On a page that was opened from
 * disk, as the portable edition is, the way there from the page: `../../days/index.html`.
 */
export function withBase(path: string): string {
  const inSite = path.replace(/^\//, '');
  const folder = globalThis.document?.documentElement.dataset.folder;
  if (folder === undefined) return basePath + inSite;
  return folder + inSite.replace(/(^|\/)(?=$|[?#])/, '$1index.html');
}

/** The home page. */
export const homeUrl = (): string => withBase('/');
/** The page of a day, given as an ISO date: `2025-03-11`. */
export const dayUrl = (date: string): string => withBase(dayPath(date));
/** The page of an ISO week: `2025-W11`. */
export const weekUrl = (week: string): string => withBase(`/weeks/${week}/`);
/** The page of a month: `2025-03`. */
export const monthUrl = (month: string): string => withBase(`/months/${month}/`);
/** The permalink of a paper. */
export const paperUrl = (slug: string): string => withBase(paperPath(slug));
/** The search page, with a query typed in if one is given. */
export const searchUrl = (query?: string): string =>
  withBase('/search/') + (query ? `?q=${encodeURIComponent(query)}` : '');
/** The papers with code: the search for them. */
export const papersWithCodeUrl = (): string => withBase('/search/?code=1');
/** Searches of other sites for a title, given as plain text: a capture has no identifier of a paper. */
export const lookUps = (title: string): { name: string; url: string }[] =>
  [
    { name: 'arXiv', search: 'https://arxiv.org/search/?searchtype=title&query=' },
    { name: 'Hugging Face papers', search: 'https://huggingface.co/papers?q=' },
    { name: 'Semantic Scholar', search: 'https://www.semanticscholar.org/search?q=' },
    { name: 'Google Scholar', search: 'https://scholar.google.com/scholar?q=' },
  ].map(({ name, search }) => ({ name, url: search + encodeURIComponent(title) }));

/**
 * A file of citations of `papers`, which is all of them, `days/2025-03-11` or `months/2025-03`.
 * @param extension that of one of `citationFormats`
 */
export const citationsUrl = (list: string, extension: string): string =>
  withBase(`/${list}.${extension}`);

/** The reading list. */
export const savedUrl = (): string => withBase('/saved/');
/** What Dayleaf is and how it works. */
export const aboutUrl = (): string => withBase('/about/');
/** How to follow the archive: a part of the same page. */
export const followUrl = (): string => withBase('/about/#follow-the-archive');
/** Where Pagefind's index and scripts lie. */
export const pagefindUrl = (): string => withBase('/pagefind/');
/** A file of the index in front of Pagefind: `words.txt`. */
export const ownIndexUrl = (file: string): string => withBase(`/search/${file}`);
/** What tells browsers how to search the archive. */
export const openSearchUrl = (): string => withBase('/opensearch.xml');
/** A feed: `days`, `papers`, `code` or `months/2025-03`, or an archive document of one, `papers/12`. */
export const feedUrl = (name: string, format: 'xml' | 'json' = 'xml'): string =>
  withBase(`/feeds/${name}.${format}`);
/** The list of all feeds. */
export const opmlUrl = (): string => withBase('/feeds/opml.xml');
/** A sitemap: `pages`, `papers-1`, or `index` for the list of them. */
export const sitemapUrl = (part: string): string => withBase(`/sitemap-${part}.xml`);
/** What tells browsers how to install the site. */
export const webManifestUrl = (): string => withBase('/manifest.webmanifest');
/** An icon of the installed site, by the name of its file: `icon-192`. */
export const iconUrl = (name: string): string => withBase(`/icons/${name}.png`);
/** The service worker, under a name that never changes. */
export const serviceWorkerUrl = (): string => withBase('/sw.js');
/** The picture of cards that links become. */
export const socialImageUrl = (): string => withBase('/social.png');
/** A paper as Markdown, or with `{slug}` the template of such addresses. */
export const paperMarkdownUrl = (slug: string): string => withBase(`/papers/${slug}.md`);
/** All papers, a line of JSON each. */
export const papersDataUrl = (): string => withBase('/api/papers.jsonl');
/** A day as JSON, or with `{date}` the template of such addresses. */
export const dayDataUrl = (date: string): string => withBase(`/api/days/${date}.json`);
/** What there is for programs, as JSON. */
export const dataIndexUrl = (): string => withBase('/api/index.json');
/** The JSON Schema of one of the forms of data. */
export const schemaUrl = (name: string): string => withBase(`/api/schemas/v1/${name}.schema.json`);
/** The way into the archive for language models. */
export const llmsUrl = (): string => withBase('/llms.txt');
/** The anchor of a paper's entry on its day page. */
export const entryAnchor = (slug: string): string => `paper-${slug}`;

/** The anchor of a day on the pages of its week and month. */
export const dayAnchor = (date: string): string => `day-${date}`;
/** The anchor of the calendar on the home page. */
export const calendarAnchor = 'calendar';

/** The absolute permalink of a paper, wherever the page that asks was opened from. */
export const permalink = (slug: string): string => absoluteUrl(basePath + paperPath(slug));

/** The absolute address of a path that already has its base: for canonical links and feeds. */
export function absoluteUrl(path: string): string {
  return new URL(path, config.site).href;
}

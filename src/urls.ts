import * as config from 'astro:config/client';
import { dayPath, paperPath } from './permalinks.ts';

/**
 * All URLs of the site are made here. Paths are given without the base (`/papers/x/`) and returned with it
 * (`/archive/papers/x/`), so that the site works at the root of a domain and under a sub-path.
 */

/** The base path, always with both slashes: `/` or `/archive/`. */
export const basePath = `${config.base}/`.replace(/\/{2,}$/, '/');

/**
 * Returns a path of the site with its base: `/days/` → `/archive/days/`. On a page of the portable edition, returns
 * the relative path from that page: `../../days/index.html`.
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
/** The search page, with a query if one is given. */
export const searchUrl = (query?: string): string =>
  withBase('/search/') + (query ? `?q=${encodeURIComponent(query)}` : '');
/** The papers of an author, given by the whole name: the search for them. */
export const authorUrl = (name: string): string =>
  searchUrl(`author:"${name.replace(/["\s]+/g, ' ').trim()}"`);
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

/** The page that opens the paper with an arXiv id, with an id if one is given. */
export const arxivUrl = (id?: string): string =>
  withBase('/arxiv/') + (id ? `?id=${encodeURIComponent(id)}` : '');
/**
 * A file of slugs by arXiv ids: `2503`, `math-0211`. Not below `/arxiv/`, because Cloudflare Pages follows the rule for
 * `/arxiv/*` in `_redirects` even if there is a file.
 */
export const arxivIdsUrl = (file: string): string => withBase(`/arxiv-ids/${file}.json`);

/** How many places of the ledger a file of later related papers has. */
const placesPerFile = 32;
/** The number of the file with the later related papers of a paper. @param entered its place in the ledger, from 0 */
export const laterFile = (entered: number): number => Math.floor(entered / placesPerFile) + 1;
/** A file of later related papers. */
export const laterUrl = (file: number): string => withBase(`/related/${file}.json`);

/** The reading list. */
export const savedUrl = (): string => withBase('/saved/');
/** The about page. */
export const aboutUrl = (): string => withBase('/about/');
/** A page of the guide by its name; `index` is the front page. */
export const guideUrl = (page = 'index'): string =>
  withBase(page === 'index' ? '/guide/' : `/guide/${page}/`);
/** The section of the about page on feeds. */
export const followUrl = (): string => withBase('/about/#follow-the-archive');
/** The folder of Pagefind's index and scripts, with a slash at its end: it has no page. */
export const pagefindUrl = (): string => `${withBase('/pagefind')}/`;
/** A file of Dayleaf's own search index: `words.txt`. */
export const ownIndexUrl = (file: string): string => withBase(`/search/${file}`);
/** The OpenSearch description. */
export const openSearchUrl = (): string => withBase('/opensearch.xml');
/** A feed: `days`, `papers`, `code` or `months/2025-03`, or an archive document of one, `papers/12`. */
export const feedUrl = (name: string, format: 'xml' | 'json' = 'xml'): string =>
  withBase(`/feeds/${name}.${format}`);
/** The list of all feeds. */
export const opmlUrl = (): string => withBase('/feeds/opml.xml');
/** A sitemap: `pages`, `papers-1`, or their `index`. */
export const sitemapUrl = (part: string): string => withBase(`/sitemap-${part}.xml`);
/** The web app manifest. */
export const webManifestUrl = (): string => withBase('/manifest.webmanifest');
/** An icon of the installed site, by the name of its file: `icon-192`. */
export const iconUrl = (name: string): string => withBase(`/icons/${name}.png`);
/** The service worker; its name never changes. */
export const serviceWorkerUrl = (): string => withBase('/sw.js');
/** The image of link previews. */
export const socialImageUrl = (): string => withBase('/social.png');
/**
 * A file of the papers of a volume, from 1.
 * @param extension `md`, or that of one of `citationFormats`
 */
export const volumeUrl = (number: number | string, extension: string): string =>
  withBase(`/volumes/${number}.${extension}`);
/** A paper as Markdown; only with the setting `paperMarkdown`. */
export const paperMarkdownUrl = (slug: string): string => withBase(`/papers/${slug}.md`);
/** All papers, a line of JSON each. */
export const papersDataUrl = (): string => withBase('/api/papers.jsonl');
/** A day as JSON. */
export const dayDataUrl = (date: string): string => withBase(`/api/days/${date}.json`);
/** The index of all data, as JSON. */
export const dataIndexUrl = (): string => withBase('/api/index.json');
/** The JSON Schema of a kind of data file. */
export const schemaUrl = (name: string): string => withBase(`/api/schemas/v3/${name}.schema.json`);
/** The entry point for language models. */
export const llmsUrl = (): string => withBase('/llms.txt');
/** The anchor of a paper's entry on its day page. */
export const entryAnchor = (slug: string): string => `paper-${slug}`;

/** The anchor of a day on the pages of its week and month. */
export const dayAnchor = (date: string): string => `day-${date}`;
/** The anchor of the calendar on the home page. */
export const calendarAnchor = 'calendar';

/** The absolute permalink of a paper, also on pages opened from disk. */
export const permalink = (slug: string): string => absoluteUrl(basePath + paperPath(slug));

/** The absolute address of a path that already has its base. */
export function absoluteUrl(path: string): string {
  return new URL(path, config.site).href;
}

import { site } from '../site.ts';
import { keyPaths } from './keyed-paths.ts';

/** A page of the guide. Its text is `src/pages/guide/_<name>.mdx`. */
export interface GuidePage {
  /** The last part of its address; `index` is the guide's front page. */
  name: string;
  title: string;
  /** One sentence for the list of pages and for search engines. */
  description: string;
}

/** Name, title and description of each page, in reading order: first for readers, then for maintainers. */
const texts: [name: string, title: string, description: string][] = [
  ['index', 'Guide', 'How to read, search, cite, reuse and run this archive.'],
  ['reading', 'Reading and keys', 'Days, formulas, the reading list, notes, keys.'],
  ['searching', 'Searching', 'Words, phrases, formulas, filters, searches as links.'],
  ['offline', 'Reading offline', 'What the browser stores; opening the archive from disk.'],
  ['citing', 'Citing', 'BibTeX, RIS, CSL-JSON and plain text.'],
  ['data', 'Data and feeds', 'Files for programs, their schemas, and feeds.'],
  ['adding-days', 'Adding days', 'What to save, fetching days, the ledger, error messages.'],
  [
    'authors',
    'Authors, venues and ids',
    'Taking from other sources who wrote a paper and where it appeared.',
  ],
  ['correcting', 'Correcting formulas', 'Overruling the restoration where it is wrong.'],
  ['publishing', 'Publishing', 'Hosts, settings, digests by mail, the portable edition.'],
  ['servers', 'Servers', 'Response headers for nginx, Caddy and others.'],
];

const pages: readonly GuidePage[] = texts.map(([name, title, description]) => ({
  name,
  title,
  description,
}));

/** The pages of the guide; none if `site.guide` is `false`. */
export const listGuidePages = (): readonly GuidePage[] => (site.guide ? pages : []);

/** The paths of the guide's pages. */
export const getGuidePaths = () =>
  keyPaths(
    listGuidePages().map(
      (page) => [{ page: page.name === 'index' ? undefined : page.name }, { page, pages }] as const,
    ),
  );

import { site } from '../site.ts';
import { type KeyedPath, keyPaths } from './keyed-paths.ts';

/** A page of the guide. Its text is `src/pages/guide/_<name>.mdx`. */
export interface GuidePage {
  /** The last part of its address; `index` is the guide's front page. */
  name: string;
  title: string;
  /** One sentence for the list of pages and for search engines. */
  description: string;
}

/** The guide in reading order: first what readers need, then what maintainers need. */
const pages: readonly GuidePage[] = [
  {
    name: 'index',
    title: 'Guide',
    description: 'How to read, search, cite and reuse this archive, and how to run one.',
  },
  {
    name: 'reading',
    title: 'Reading and keys',
    description: 'Days, formulas, the reading list, notes, keyboard shortcuts.',
  },
  {
    name: 'searching',
    title: 'Searching',
    description: 'Words, phrases, formulas, filters, and searches as links.',
  },
  {
    name: 'offline',
    title: 'Reading offline',
    description: 'What the browser stores, and the edition that opens from disk.',
  },
  {
    name: 'citing',
    title: 'Citing',
    description: 'BibTeX, RIS, CSL-JSON and text, for a paper, a day, a month or a list.',
  },
  {
    name: 'data',
    title: 'Data and feeds',
    description: 'Files for programs, their schemas, and feeds.',
  },
  {
    name: 'adding-days',
    title: 'Adding days',
    description: 'Captures, their format, the ledger, and error messages.',
  },
  {
    name: 'correcting',
    title: 'Correcting formulas',
    description: 'How to overrule the restoration where it is wrong.',
  },
  {
    name: 'publishing',
    title: 'Publishing',
    description: 'Settings, GitHub Pages and other hosts, digests by mail, the portable edition.',
  },
  {
    name: 'servers',
    title: 'Servers',
    description: 'Response headers for nginx, Caddy and hosts that read _headers.',
  },
];

/** The pages of the guide; none if `site.guide` is `false`. */
export const listGuidePages = (): readonly GuidePage[] => (site.guide ? pages : []);

/** The paths of the guide's pages. */
export function getGuidePaths(): KeyedPath<
  { page: string | undefined },
  { page: GuidePage; pages: readonly GuidePage[] }
>[] {
  return keyPaths(
    listGuidePages().map((page) => ({
      params: { page: page.name === 'index' ? undefined : page.name },
      props: { page, pages },
    })),
  );
}

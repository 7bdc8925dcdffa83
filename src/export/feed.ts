/** A link of an entry to something else than its page. */
export interface FeedLink {
  /** Absolute address. */
  url: string;
  /** What it is called. */
  label: string;
}

/** An entry of a feed: a paper, or a day with its papers. */
export interface FeedEntry {
  /** A URN that never changes. */
  id: string;
  /** One line of plain text. */
  title: string;
  /** Absolute address of its page. */
  url: string;
  /** ISO date of the day on which it changed last. */
  updated: string;
  /**
   * ISO date, for days only: of papers it is not known, and programs that cite take an entry's date for
   * the paper's.
   */
  published?: string;
  /** The whole as HTML, mathematics as MathML. */
  html: string;
  /** The whole as plain text, mathematics in Unicode; paragraphs are parted by a blank line. */
  text: string;
  /** What a list of entries shows of it, as plain text. */
  summary: string;
  links: readonly FeedLink[];
  tags: readonly string[];
}

/** A feed, or one document of a feed that has several. */
export interface Feed {
  /** A URN that never changes; the same in all documents of the feed. */
  id: string;
  title: string;
  /** One sentence on what the entries are. */
  description: string;
  /** BCP 47. */
  language: string;
  /** Who publishes it: the archive's name. */
  publisher: string;
  /** Absolute address of the page that shows the same. */
  page: string;
  /** Absolute addresses of its other documents and of the same in another format. */
  addresses: FeedAddresses;
  /** Whether every entry that there is stands in this one document. */
  isComplete: boolean;
  /** At most 60, in the order in which they are shown. */
  entries: readonly FeedEntry[];
}

/** Where the documents of a feed lie. */
interface FeedAddresses {
  /** Of the document itself, as Atom. */
  atom: string;
  /** The same as a JSON Feed; archive documents have none. */
  json?: string;
  /** Of the document that readers subscribe to; set in archive documents. */
  current?: string;
  /** Of the archive document with the entries before these. */
  previous?: string;
}

/** A moment of a day for formats that know moments only: its first in UTC. */
export const toMoment = (isoDate: string): string => `${isoDate}T00:00:00Z`;

/** The day on which the latest of some entries changed; the epoch's for none, which formats need all the same. */
export function lastUpdate(entries: readonly Pick<FeedEntry, 'updated'>[]): string {
  return entries.reduce((last, { updated }) => (updated > last ? updated : last), '1970-01-01');
}

/** A link of an entry to something other than its page. */
export interface FeedLink {
  /** Absolute address. */
  url: string;
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
  /** ISO date; for days only, because reference managers would take it for the publication date of a paper. */
  published?: string;
  /** What its page has; absent from entries that only link to it. */
  content?: {
    /** HTML with MathML. */
    html: string;
    /** Plain text, with mathematics in Unicode; paragraphs are separated by blank lines. */
    text: string;
  };
  /** Plain text for lists of entries; absent where it would repeat the content. */
  summary?: string;
  links: readonly FeedLink[];
  /** Names of the authors of a paper. */
  authors: readonly string[];
  tags: readonly string[];
}

/** A feed, or one document of a feed that has several. */
export interface Feed {
  /** A URN that never changes, the same in all documents of the feed. */
  id: string;
  title: string;
  /** One sentence on what the entries are. */
  description: string;
  /** BCP 47. */
  language: string;
  /** The archive's name. */
  publisher: string;
  /** Absolute address of the corresponding page. */
  page: string;
  addresses: FeedAddresses;
  /** Whether this document has all entries of the feed. */
  isComplete: boolean;
  /** At most 60, in the order in which they are shown. */
  entries: readonly FeedEntry[];
}

/** Absolute addresses of the documents of a feed. */
interface FeedAddresses {
  /** This document as Atom. */
  atom: string;
  /** This document as JSON Feed; archive documents have none. */
  json?: string;
  /** The document to subscribe to; set in archive documents only. */
  current?: string;
  /** The archive document with the preceding entries. */
  previous?: string;
}

/** Returns the first moment of a day in UTC, for formats without plain dates. */
export const toMoment = (isoDate: string): string => `${isoDate}T00:00:00Z`;

/** Returns the ISO date of the latest change, and that of the epoch without entries, because Atom requires one. */
export function lastUpdate(entries: readonly Pick<FeedEntry, 'updated'>[]): string {
  return entries.reduce((last, { updated }) => (updated > last ? updated : last), '1970-01-01');
}

import type { Problem } from './problem.ts';

/**
 * The day of a capture, as far as the capture gives it.
 *
 * `Mar 11` on line 9 gives `{ month: 3, day: 11, line: 9, column: 1, text: 'Mar 11' }`. A date
 * from the file's name has line and column 0.
 */
export interface CaptureDate {
  /** 1 to 12. */
  month: number;
  /** 1 to 31, and a day that the month has. */
  day: number;
  /** Four digits; absent if the date has none, as on the page itself. */
  year?: number;
  line: number;
  column: number;
  text: string;
  /** Set where the day was concluded from dates of publication: it may be wrong. */
  isAssumed?: true;
}

/** What a source says about a paper besides title and abstract. Only what the source gives is there. */
export interface PaperFacts {
  /** Without version: `2503.03601`, `math/0211159`. */
  arxivId?: string;
  /** Names in order, as the source writes them. */
  authors?: string[];
  /** Number of authors, where their names are not given. */
  authorCount?: number;
  organisation?: string;
  /** arXiv categories, the primary one first: `cs.CL`. */
  categories?: string[];
  /** ISO date of publication. */
  published?: string;
  /** Journal or conference, as the source writes it. */
  venue?: string;
  doi?: string;
  /** The day of publication where its year is not given; once the day of the capture is known, `published` follows. */
  publishedDay?: { month: number; day: number };
  /** Votes on the page at the time of the capture. */
  votes?: number;
  comments?: number;
  keywords?: string[];
  /** `https:` addresses. */
  projectPage?: string;
  code?: string;
  /** Stars of the repository at the time of the capture. */
  stars?: number;
}

/** One paper in a capture: `{ rank: 1, title: 'Light …', abstract: 'We …', line: 11 }`. */
export interface CaptureEntry {
  /** The place in the capture's order, from 1. */
  rank: number;
  /** The title on one line, letters as captured. */
  title: string;
  /** The abstract, each paragraph on one line, paragraphs joined by `'\n\n'`. */
  abstract: string;
  /** The line of the title's first word in the file, from 1. */
  line: number;
  facts?: PaperFacts;
}

/**
 * A parsed seed file: header, date and entries together have every non-space character of its normalised text.
 */
export interface Capture {
  /** The file's name for people, e.g. `seeds/2025-03-11.txt`. */
  file: string;
  /** The date line or, without one, the date in the file's name. */
  date: CaptureDate;
  /** The ISO date at the start of the file's name, e.g. `2025-03-11`. */
  nameDate?: string;
  /** In the order captured, at least one. A title that occurs twice is two entries. */
  entries: CaptureEntry[];
  /** The lines above the date line (or, without one, above the entries), e.g. `['new', 'Subscribe']`. */
  header: string[];
  /** What the file is rather than a page of papers, although it can be read as one. */
  doubt?: Problem;
}

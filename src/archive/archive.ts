/** One revision of a paper, as captured. */
export interface Revision {
  title: string;
  /** Paragraphs are separated by a blank line. */
  abstract: string;
}

/** One place where a paper stood: a capture and a rank in it. */
export interface Listing {
  /** ISO date of the capture. */
  day: string;
  /** Name of the capture's file, for people: `000_ff92.txt`. */
  capture: string;
  /** Place in the capture, from 1. */
  rank: number;
  /** Which of the paper's `revisions` stood there. */
  revision: number;
}

/** A paper: what a permalink stands for. */
export interface Paper {
  /** The last part of the permalink; unique in the archive, for ever. */
  slug: string;
  /** The slug that the paper was first entered under; it never changes, whatever the title does. */
  identity: string;
  /** Its place in the ledger, from 0: papers are only ever entered behind the last one. */
  entered: number;
  /** Slugs that the paper had before it was retitled; each redirects. */
  formerSlugs: string[];
  /** Every revision that was captured, in the order of first listing. */
  revisions: Revision[];
  /** Where it stood, ordered by day, capture, rank; never empty. */
  listings: Listing[];
}

/** A paper that the ledger knows and no present capture holds: its permalink answers all the same. */
export interface RetiredPaper {
  slug: string;
  formerSlugs: string[];
  title: string;
  /** ISO date of the day on which it first stood. */
  firstDay: string;
}

/** A capture with its place in the archive. */
export interface ArchivedCapture {
  /** Name of the file, for people. */
  name: string;
  /** SHA-256 of the normalised text, 64 hexadecimal digits: the capture's identity. */
  sha256: string;
  /** ISO date. */
  day: string;
  /** How many entries it holds. */
  size: number;
}

/** One place on a day page: a paper and where on that day it stood. */
export interface DayEntry {
  slug: string;
  listings: { capture: string; rank: number }[];
}

/** A day: the union of its captures, each paper once, in the order captured. */
export interface Day {
  /** ISO date. */
  date: string;
  /** Place in the ledger of the day's capture that was entered first, from 0. */
  entered: number;
  captures: { name: string; size: number }[];
  entries: DayEntry[];
}

/** A day that had captures once: `movedTo` is the day they are of now, if they are still there. */
export interface RetiredDay {
  date: string;
  movedTo?: string;
}

/** All that the pages are made of; a pure function of the captures and the ledger. */
export interface Archive {
  captures: ArchivedCapture[];
  /** Oldest first. */
  days: Day[];
  retiredDays: RetiredDay[];
  /** In the order of the ledger: as they were entered. */
  papers: Paper[];
  retiredPapers: RetiredPaper[];
}

/** The revision that a paper is shown with: the one captured last. */
export function currentRevision(paper: Paper): Revision {
  return paper.revisions[paper.listings[paper.listings.length - 1].revision];
}

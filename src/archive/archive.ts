import { z } from 'zod';
import { type AuthorsLatex, metadataSchema } from '../metadata/metadata.ts';

/** An ISO date of the calendar: `2025-03-11`. */
export const isoDate = z.iso.date();
/** The last part of a permalink. */
export const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const place = z.int().nonnegative();

/** The schema of `ArchivedCapture`. */
export const captureSchema = z.object({
  /** Name of the file, for people: `000_ff92.txt`. */
  name: z.string(),
  /** SHA-256 of the normalised text, 64 hexadecimal digits: the capture's identity. */
  sha256: z.string().length(64),
  /** The day of the page that was captured, as an ISO date. */
  day: isoDate,
  /** How many entries it has. */
  size: z.int().positive(),
});
/** A capture with its place in the archive. */
export type ArchivedCapture = z.infer<typeof captureSchema>;

/** The schema of `Day`. */
export const daySchema = z.object({
  /** ISO date. */
  date: isoDate,
  /** Place in the ledger of the day's capture that was entered first, from 0. */
  entered: place,
  /** In the order of their names. */
  captures: z.array(captureSchema.pick({ name: true, size: true })),
  /** The day's papers, each once, in the order captured. */
  entries: z.array(
    z.object({
      slug,
      /** Where the paper was listed on this day; ranks count from 1. */
      listings: z.array(z.object({ capture: z.string(), rank: z.int().positive() })),
    }),
  ),
});
/** A day: the union of its captures. */
export type Day = z.infer<typeof daySchema>;
/** A paper of a day, and where on that day it was listed. */
export type DayEntry = Day['entries'][number];

/** The schema of a paper without its texts. */
export const paperSchema = z.object({
  /** The last part of the permalink; unique in the archive for all time. */
  slug,
  /** The slug under which the paper was first entered; it never changes. */
  identity: slug,
  /** Its place in the ledger, from 0: new papers are only appended. */
  entered: place,
  /** Its arXiv id without version, if a capture or another source gives it. */
  arxivId: z.string().optional(),
  /** What captures and other sources say about it. */
  metadata: metadataSchema,
  /** Slugs that the paper had before it was retitled; each redirects. */
  formerSlugs: z.array(slug),
  /** Where the paper was listed, ordered by day, capture and rank. */
  listings: z
    .array(
      z.object({
        /** ISO date of the capture. */
        day: isoDate,
        /** Name of the capture's file, for people. */
        capture: z.string(),
        /** Place in the capture, from 1. */
        rank: z.int().positive(),
        /** Index of the paper's revision in that capture. */
        revision: place,
      }),
    )
    .min(1),
});

/** One revision of a paper, as captured. */
export interface Revision {
  title: string;
  /** Paragraphs are separated by a blank line. */
  abstract: string;
}

/** A paper, which has one permalink. */
export interface Paper extends z.infer<typeof paperSchema> {
  /** Every revision that was captured, in the order of first listing. */
  revisions: Revision[];
  /** The authors' own title and abstract, where a source has them. */
  latex?: AuthorsLatex;
}

/** A paper that the ledger has and no present capture does: its permalink still answers. */
export interface RetiredPaper {
  slug: string;
  formerSlugs: string[];
  title: string;
  /** ISO date of the day on which it was first listed. */
  firstDay: string;
}

/** A day that once had captures: `movedTo` is their day now, if they still exist. */
export interface RetiredDay {
  date: string;
  movedTo?: string;
}

/** Everything that the pages are made of; a pure function of the captures and the ledger. */
export interface Archive {
  captures: ArchivedCapture[];
  /** Oldest first. */
  days: Day[];
  retiredDays: RetiredDay[];
  /** In the order of the ledger. */
  papers: Paper[];
  retiredPapers: RetiredPaper[];
}

/** The revision that a paper is shown with: the one captured last. */
export function currentRevision({
  revisions,
  listings,
}: Pick<Paper, 'revisions' | 'listings'>): Revision {
  return revisions[listings[listings.length - 1].revision];
}

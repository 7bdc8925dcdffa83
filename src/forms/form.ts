import type { CaptureDate, PaperFacts } from '../capture/capture.ts';

/** A seed whose bytes have been decoded. */
export interface SeedText {
  /** Name of the file for people: `seeds/2025-03-11.json`. */
  file: string;
  /** As decoded, with line ends as `\n`. */
  text: string;
}

/** A paper as a form gives it; texts may have the line breaks of their source. */
export interface RawEntry {
  title: string;
  abstract: string;
  /** Line of the file that it begins on, from 1. */
  line: number;
  facts: PaperFacts;
}

/** The papers of one day in a seed. */
export interface RawCapture {
  /** The day, as far as the content gives it. */
  date?: CaptureDate;
  /** The latest day on which one of its papers was published, where the content gives no other day. */
  publishedLast?: string;
  /** Set where the papers are those of a week or a month, and their days are unknown. */
  isOfSeveralDays?: true;
  entries: RawEntry[];
}

/** A kind of file that a seed can be. */
export interface Form {
  /** For people: `answer of the Daily Papers API`. */
  name: string;
  /** The usual ending of its files: `.json`. */
  extension: string;
  /** Whether a seed is of this form, from its content alone. */
  isOf(text: string): boolean;
  /**
   * Reads a seed of this form.
   * @returns captures, each of one day
   * @throws {CaptureError} with every fault of the seed
   */
  read(seed: SeedText): RawCapture[];
}

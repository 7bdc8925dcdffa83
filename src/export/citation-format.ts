import type { CitedPaper } from './export-paper.ts';

/** A way to cite a paper. */
export interface CitationStyle {
  /** What readers call it. */
  name: string;
  /** How its files end, without the dot. */
  extension: string;
  /** Media type of its files. */
  mediaType: string;
  /** A paper in it, to be copied as it is. */
  writeRecord(paper: CitedPaper): string;
}

/** A format whose files hold any number of papers. */
export interface CitationFormat extends CitationStyle {
  /** A file of records. */
  join(records: readonly string[]): string;
  /** The records of a file that `join` wrote, by the identities of their papers. */
  split(file: string): Map<string, string>;
}

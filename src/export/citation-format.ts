import type { CitedPaper, ExportAuthor } from './export-paper.ts';

/** A way to cite a paper. */
export interface CitationStyle {
  /** As readers know it. */
  name: string;
  /** File extension without the dot. */
  extension: string;
  mediaType: string;
  /** Returns the citation of a paper. */
  writeRecord(paper: CitedPaper): string;
}

/** A format whose files can contain several papers. */
export interface CitationFormat extends CitationStyle {
  /** Returns a file of records. */
  join(records: readonly string[]): string;
  /** Returns the records of a file that `join` wrote, by the identities of their papers. */
  split(file: string): Map<string, string>;
}

/**
 * Returns on which days a paper was listed: a capture has no date of publication.
 * @example 'Listed on Daily Papers, 2025-03-11 and 2025-03-14'
 */
export function noteListing({ days }: Pick<CitedPaper, 'days'>): string {
  return `Listed on Daily Papers, ${[days.slice(0, -1).join(', '), days.at(-1)].filter(Boolean).join(' and ')}`;
}

/** Returns a name as text has it: `Paul Erdős`. */
export const nameInOrder = ({ family, given }: ExportAuthor): string =>
  given ? `${given} ${family}` : family;

/** Returns a name as lists sort it: `Erdős, Paul`. */
export const nameInverted = ({ family, given }: ExportAuthor): string =>
  given ? `${family}, ${given}` : family;

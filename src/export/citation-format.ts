import type { Author } from '../metadata/metadata.ts';
import type { CitedPaper } from './export-paper.ts';

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

/**
 * Returns a name as lists sort it: `Erdős, Paul`. There is no other comma, because `Google, Inc.` would be read as a
 * person.
 */
export function nameInverted({ family, given }: Author): string {
  const sorted = family.replaceAll(',', '');
  return given ? `${sorted}, ${given}` : sorted;
}

/** Returns a text without line breaks, for formats in which a line is a field. */
export const toLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

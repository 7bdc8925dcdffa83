import type { Author } from '../../../src/metadata/metadata.ts';
import type { PaperToMatch } from '../../../src/metadata/paper-index.ts';
import type { SourceRecord } from '../../../src/metadata/sources/source-record.ts';

/** The words `w<from>` to `w<from + 99>`: two such abstracts share words as their ranges overlap. */
export const makeWords = (from: number): string =>
  Array.from({ length: 100 }, (_, i) => `w${from + i}`).join(' ');

/** Authors by their names: `Ada King`. */
export const makeAuthors = (...names: string[]): Author[] =>
  names.map((name) => {
    const [given = '', family = ''] = name.split(' ');
    return { family, given };
  });

/** A paper with one revision. */
export function makePaper(
  slug: string,
  title: string,
  abstract: string,
  known: Partial<PaperToMatch> = {},
): PaperToMatch {
  return { identity: slug, slug, revisions: [{ title, abstract }], ...known };
}

/** A record of arXiv, with an id unless facts have another. */
export function makeRecord(
  id: string,
  title: string,
  abstract: string,
  facts: SourceRecord['facts'] = { arxivId: id },
): SourceRecord {
  return { id, source: 'arxiv', date: '2025-03-11', title, abstract, facts };
}

import { describePublication, nameVenue } from '../metadata/publication.ts';
import { fullName } from '../metadata/split-name.ts';
import { type CitationStyle, noteListing, toLine } from './citation-format.ts';
import type { CitedPaper } from './export-paper.ts';

/**
 * A citation as one line of text.
 * @example 'Light Schrödinger Bridge. Listed on Daily Papers, 2025-03-11. https://example.org/papers/…/'
 */
export const plainCitation: CitationStyle = {
  name: 'Text',
  extension: 'txt',
  mediaType: 'text/plain',
  writeRecord,
};

/** The number of authors that APA style names at most. */
const mostAuthors = 20;

function writeRecord(paper: CitedPaper): string {
  const { title, url, arxivId, metadata } = paper;
  const { authors = [], venue, doi } = metadata;
  const year = describePublication(metadata).date?.slice(0, 4);
  const names = authors.slice(0, mostAuthors).map(fullName).join(', ');
  const sentences = [
    authors.length > mostAuthors ? `${names} et al.` : names,
    title.plain,
    venue ? nameVenue(venue, year) : undefined,
    arxivId && `arXiv:${arxivId}`,
    venue ? undefined : year,
    doi && `doi:${doi}`,
    noteListing(paper),
  ];
  const text = sentences.flatMap((sentence) =>
    sentence ? [/[.?!…]$/.test(sentence) ? sentence : `${sentence}.`] : [],
  );
  return `${toLine([...text, url].join(' '))}\n`;
}

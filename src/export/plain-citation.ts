import type { CitationStyle } from './citation-format.ts';
import { noteListing } from './export-note.ts';
import type { CitedPaper } from './export-paper.ts';

/**
 * A paper as one line of text.
 * @example 'Light Schrödinger Bridge. Listed on Daily Papers, 2025-03-11. https://example.org/papers/…/'
 */
export const plainCitation: CitationStyle = {
  name: 'Text',
  extension: 'txt',
  mediaType: 'text/plain',
  writeRecord,
};

function writeRecord(paper: CitedPaper): string {
  const { title, url, authors = [], published, arxivId } = paper;
  const names = authors.map(({ family, given }) => (given ? `${given} ${family}` : family));
  const sentences = [
    names.join(', '),
    title.plain,
    arxivId && `arXiv:${arxivId}`,
    published?.slice(0, 4),
    noteListing(paper),
  ];
  const text = sentences.flatMap((sentence) =>
    sentence ? [/[.?!…]$/.test(sentence) ? sentence : `${sentence}.`] : [],
  );
  return `${[...text, url].join(' ').trim()}\n`;
}

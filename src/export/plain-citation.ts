import { type CitationStyle, nameInOrder, noteListing } from './citation-format.ts';
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

function writeRecord(paper: CitedPaper): string {
  const { title, url, authors = [], published, arxivId } = paper;
  const sentences = [
    authors.map(nameInOrder).join(', '),
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

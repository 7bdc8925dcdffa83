import type { CitationFormat } from './citation-format.ts';
import { noteListing } from './export-note.ts';
import type { CitedPaper, ExportAuthor } from './export-paper.ts';

/** An item of CSL-JSON, as far as a paper has its fields. */
interface CslItem {
  id: string;
  /** `article`: CSL's type for what was not published in a journal. */
  type: 'article';
  title: string;
  author?: ExportAuthor[];
  /** Year, month and day, as far as they are known. */
  issued?: { 'date-parts': [number[]] };
  number?: string;
  URL?: string;
  note: string;
}

/**
 * CSL-JSON, what Zotero, pandoc and citeproc read.
 * @see https://docs.citationstyles.org/en/stable/specification.html#appendix-iii-types
 */
export const cslJson: CitationFormat = {
  name: 'CSL-JSON',
  extension: 'csl.json',
  mediaType: 'application/vnd.citationstyles.csl+json',
  writeRecord: (paper) => JSON.stringify(makeItem(paper), null, 1),
  join: (records) => `[${records.join(',\n')}]\n`,
  split: (file) =>
    new Map(
      (JSON.parse(file) as CslItem[]).map((item) => [item.id, JSON.stringify(item, null, 1)]),
    ),
};

function makeItem(paper: CitedPaper): CslItem {
  const { identity, title, url, authors, published, arxivId } = paper;
  return {
    id: identity,
    type: 'article',
    title: title.plain,
    ...(authors && { author: authors.map(({ family, given }) => ({ family, given })) }),
    ...(published && { issued: { 'date-parts': [published.split('-').map(Number)] } }),
    ...(arxivId && { number: `arXiv:${arxivId}` }),
    ...(url && { URL: url }),
    note: noteListing(paper),
  };
}

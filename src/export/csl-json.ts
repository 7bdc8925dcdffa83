import { type CitationFormat, noteListing } from './citation-format.ts';
import type { CitedPaper } from './export-paper.ts';

/**
 * CSL-JSON, what Zotero, pandoc and citeproc read.
 * @see https://docs.citationstyles.org/en/stable/specification.html#appendix-iii-types
 */
export const cslJson: CitationFormat = {
  name: 'CSL-JSON',
  extension: 'csl.json',
  mediaType: 'application/vnd.citationstyles.csl+json',
  writeRecord: (paper) => print(makeItem(paper)),
  join: (records) => `[${records.join(',\n')}]\n`,
  split: (file) =>
    new Map((JSON.parse(file) as { id: string }[]).map((item) => [item.id, print(item)])),
};

const print = (item: object): string => JSON.stringify(item, null, 1);

function makeItem(paper: CitedPaper): object {
  const { identity, title, url, authors, published, arxivId } = paper;
  return {
    id: identity,
    // CSL's type for what was not published in a journal.
    type: 'article',
    title: title.plain,
    ...(authors && { author: authors.map(({ family, given }) => ({ family, given })) }),
    ...(published && { issued: { 'date-parts': [published.split('-').map(Number)] } }),
    ...(arxivId && { number: `arXiv:${arxivId}` }),
    ...(url && { URL: url }),
    note: noteListing(paper),
  };
}

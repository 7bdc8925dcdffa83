import { describePublication } from '../metadata/publication.ts';
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

const types = {
  conference: 'paper-conference',
  journal: 'article-journal',
  // CSL's type for what was not published in a journal.
  other: 'article',
} as const;

function makeItem(paper: CitedPaper): object {
  const { identity, title, url, arxivId, metadata } = paper;
  const { authors, venue, doi } = metadata;
  const { kind = 'other', date } = describePublication(metadata);
  return {
    id: identity,
    type: types[kind],
    title: title.plain,
    // CSL has `literal` for names that are not divided.
    ...(authors && {
      author: authors.map(({ family, given }) => (given ? { family, given } : { literal: family })),
    }),
    ...(venue && { 'container-title': venue }),
    ...(date && { issued: { 'date-parts': [date.split('-').map(Number)] } }),
    ...(arxivId && { number: `arXiv:${arxivId}` }),
    ...(doi && { DOI: doi }),
    ...(url && { URL: url }),
    note: noteListing(paper),
  };
}

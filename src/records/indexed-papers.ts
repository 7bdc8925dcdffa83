import type { Paper } from '../archive/archive.ts';
import type { PaperMetadata } from '../metadata/metadata.ts';
import { fullName } from '../metadata/split-name.ts';
import { makeDayKey, makeIdentityKey, mathKey } from '../search/formula-key.ts';
import { hideNames, hideWords } from '../search/indexed-text.ts';
import type { OwnPaper } from '../search/own-files.ts';
import { compare } from '../text/compare.ts';
import type { PaperHead, PaperSearch } from './paper-record.ts';
import type { RecordStore } from './record-store.ts';
import { digest } from './text-digest.ts';

/** What the index needs of a paper of the archive. */
export interface PaperToIndex {
  slug: string;
  identity: string;
  formerSlugs: readonly string[];
  /** Place in the ledger, from 0. */
  entered: number;
  /** ISO dates of the days on which it was listed, oldest first. */
  days: readonly string[];
  /** Key of its record. */
  record: string;
  /** What it is found by besides its texts. */
  metadata: SearchedMetadata;
}

/** The metadata that papers are found by. */
export type SearchedMetadata = Pick<
  PaperMetadata,
  'authors' | 'categories' | 'venue' | 'published'
>;

/**
 * What the index needs of a paper of the archive.
 * @param record key of its record
 */
export function toPaperToIndex(
  paper: Omit<PaperToIndex, 'days' | 'record'> & Pick<Paper, 'listings'>,
  record: string,
): PaperToIndex {
  const { slug, identity, formerSlugs, entered, metadata } = paper;
  return { slug, identity, formerSlugs, entered, days: listDays(paper), record, metadata };
}

/** ISO dates of the days on which a paper was listed, each once, oldest first. */
export const listDays = ({ listings }: Pick<Paper, 'listings'>): string[] => [
  ...new Set(listings.map(({ day }) => day)),
];

/** A digest of what a paper is found by, apart from its place in time. */
export function digestSearched({
  record,
  metadata: { authors, categories, venue, published },
}: Pick<PaperToIndex, 'record' | 'metadata'>): string {
  return digest(record, authors?.map(fullName), categories, venue, published);
}

/** The version of an index of these papers, in any order: 16 hexadecimal digits. */
export function versionOfIndex(papers: readonly PaperToIndex[]): string {
  const sources = papers.map(({ slug, formerSlugs, days, ...paper }) => [
    ...[slug, formerSlugs, days, digestSearched(paper)],
  ]);
  return digest(sources.sort(([a], [b]) => compare(String(a), String(b)))).slice(0, 16);
}

/** Reads from its record how a paper is indexed; the id of its record is its slug until Pagefind's is known. */
export function readIndexedPaper(store: RecordStore, paper: PaperToIndex): OwnPaper {
  const head = store.readPart('head', paper.record);
  return toIndexedPaper(paper, head, store.readPart('search', paper.record));
}

/** A paper with its search keys besides its words: its days, and whether it has formulas. */
export function toIndexedPaper(
  { slug, identity, days, formerSlugs, metadata }: Omit<PaperToIndex, 'entered' | 'record'>,
  { titleText, typesetTitle, hasCode, hasMath, hasMathInTitle }: PaperHead,
  { content }: PaperSearch,
): OwnPaper {
  const isRenamed = identity !== slug;
  const authors = metadata.authors?.map(fullName) ?? [];
  const keys = [
    ...days.map(makeDayKey),
    ...(hasMath ? [mathKey] : []),
    ...(isRenamed ? [makeIdentityKey(identity)] : []),
  ];
  return {
    record: {
      ...{ id: slug, slug, title: titleText, days: [...days], hasCode, hasMath },
      ...{ isTypeset: hasMathInTitle, hasAuthors: authors.length > 0 },
      ...(isRenamed && { identity }),
    },
    ...{ authors, facets: metadata, formerSlugs, typesetTitle },
    content: `${content}${hideNames(authors)}${hideWords(keys)}`.trim(),
  };
}

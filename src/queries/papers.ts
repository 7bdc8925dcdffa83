import { type CollectionEntry, getCollection } from 'astro:content';
import { toPaperToIndex, versionOfIndex } from '../records/indexed-papers.ts';
import { openRecords } from '../records/open-records.ts';
import type { PaperAbstract, PaperBody, PaperHead } from '../records/paper-record.ts';
import { digest } from '../records/text-digest.ts';
import { once } from './once.ts';

/**
 * A paper as lists, neighbours and citations show it, with the revision that was captured last. Its JSON, which is part
 * of the keys of pages, is a digest of all of it.
 */
export type PaperView = PaperEntry & PaperHead & { toJSON(): string };

type PaperEntry = CollectionEntry<'papers'>['data'];

function viewPaper(entry: PaperEntry): PaperView {
  // The record's key represents its texts.
  const key = digest(entry);
  const head = readHead(entry.record);
  const hasCode = head.hasCode || entry.metadata.code !== undefined;
  return { ...entry, ...head, hasCode, toJSON: () => key };
}

/** All papers by slug, in the order of the ledger. */
export const getPapers = once(async (): Promise<ReadonlyMap<string, PaperView>> => {
  const entries = await getCollection('papers');
  return new Map(
    entries
      .map(({ data }) => viewPaper(data))
      .sort((a, b) => a.entered - b.entered)
      .map((paper) => [paper.slug, paper]),
  );
});

/** Heads by the keys of their records: in dev each page asks for all of them. */
const heads = new Map<string, PaperHead>();

function readHead(record: string): PaperHead {
  const head = heads.get(record) ?? openRecords().readPart('head', record);
  heads.set(record, head);
  return head;
}

/** The version of the search index that the build writes. */
export const getIndexVersion = once(async (): Promise<string> => {
  const papers = [...(await getPapers()).values()];
  return versionOfIndex(papers.map((paper) => toPaperToIndex(paper, paper.record)));
});

/** The further parts of a record that the page of a paper shows. */
export const readBody = ({ record }: Pick<PaperView, 'record'>): PaperBody =>
  openRecords().readPart('body', record);

/** The abstract of a paper as lists and its page show it. */
export const readAbstract = ({ record }: Pick<PaperView, 'record'>): PaperAbstract =>
  openRecords().readPart('abstract', record);

/** The abstracts of papers as HTML, by slug. */
export const readAbstracts = (papers: readonly PaperView[]): ReadonlyMap<string, string> =>
  new Map(papers.map((paper) => [paper.slug, readAbstract(paper).html]));

import { type RelatedPaper, RelatedPapers } from '../archive/find-related.ts';
import type { RecordStore } from './record-store.ts';
import { digest } from './text-digest.ts';

/** A paper with its place and its record. */
export interface RelatedSource {
  slug: string;
  /** Place in the ledger, from 0. */
  entered: number;
  /** Key of its record. */
  record: string;
}

/** Related papers are found for so many places of the ledger at a time: a new day changes no page of earlier batches. */
export const placesPerBatch = 256;

/** The batch of a paper, from 0. @param entered its place in the ledger, from 0 */
const batchOf = (entered: number): number => Math.floor(entered / placesPerBatch);

/** Whether a paper was not known yet when the related papers of another were found. @param paper its place in the ledger */
export const isLater = (paper: number, other: number): boolean => batchOf(paper) > batchOf(other);

/** The related papers of the papers of a batch, as stored. */
type BatchRelations = [slug: string, related: RelatedPaper[]][];

interface Batch {
  /** A digest of all that its lists depend on: its papers and those of earlier batches. */
  key: string;
  papers: RelatedSource[];
}

function listBatches(papers: readonly RelatedSource[]): Batch[] {
  const inOrder = [...papers].sort((a, b) => a.entered - b.entered);
  let before = '';
  return [...Map.groupBy(inOrder, ({ entered }) => batchOf(entered))].map(([number, own]) => {
    before = digest(
      before,
      number,
      own.map(({ slug, record }) => [slug, record]),
    );
    return { key: before, papers: own };
  });
}

/**
 * Finds the related papers of each batch that the store does not have yet, and removes those of batches that no longer
 * exist. The records must be in the store.
 */
export function makeRelations(store: RecordStore, papers: readonly RelatedSource[]): void {
  const batches = listBatches(papers);
  const known = store.keys('related');
  const lastMissing = batches.findLastIndex(({ key }) => !known.has(key));
  const finder = new RelatedPapers();
  for (const { key, papers: own } of batches.slice(0, lastMissing + 1)) {
    finder.add(own.map(({ slug, record }) => ({ slug, terms: store.readPart('terms', record) })));
    if (known.has(key)) continue;
    const relations: BatchRelations = [...finder.find()];
    store.write('related', [[key, relations]]);
  }
  store.prune('related', new Set(batches.map(({ key }) => key)));
}

/** The related papers of each paper, by slug, most similar first; they are found now if the store has none. */
export function readRelations(
  store: RecordStore,
  papers: readonly RelatedSource[],
): Map<string, RelatedPaper[]> {
  const batches = listBatches(papers);
  const known = store.keys('related');
  if (batches.some(({ key }) => !known.has(key))) makeRelations(store, papers);
  return new Map(batches.flatMap(({ key }) => store.read<BatchRelations>('related', key) ?? []));
}

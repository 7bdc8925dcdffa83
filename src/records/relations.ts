import { type RelatedPaper, RelatedPapers } from '../archive/find-related.ts';
import { volumeOf } from '../archive/volumes.ts';
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

/** The related papers of the papers of a volume, as stored. */
type VolumeRelations = [slug: string, related: RelatedPaper[]][];

interface Volume {
  /** A digest of all that its lists depend on: its papers and those of earlier volumes. */
  key: string;
  papers: RelatedSource[];
}

function listVolumes(papers: readonly RelatedSource[]): Volume[] {
  const inOrder = [...papers].sort((a, b) => a.entered - b.entered);
  let before = '';
  return [...Map.groupBy(inOrder, ({ entered }) => volumeOf(entered))].map(([number, own]) => {
    before = digest(
      before,
      number,
      own.map(({ slug, record }) => [slug, record]),
    );
    return { key: before, papers: own };
  });
}

/**
 * Finds the related papers of each volume that the store does not have yet, and removes those of volumes that no longer
 * exist. The records must be in the store.
 */
export function makeRelations(store: RecordStore, papers: readonly RelatedSource[]): void {
  const volumes = listVolumes(papers);
  const known = store.keys('related');
  const lastMissing = volumes.findLastIndex(({ key }) => !known.has(key));
  const finder = new RelatedPapers();
  for (const { key, papers: own } of volumes.slice(0, lastMissing + 1)) {
    finder.add(own.map(({ slug, record }) => ({ slug, terms: store.readPart('terms', record) })));
    if (known.has(key)) continue;
    const relations: VolumeRelations = [...finder.find()];
    store.write('related', [[key, relations]]);
  }
  store.prune('related', new Set(volumes.map(({ key }) => key)));
}

/** The related papers of each paper, by slug, most similar first; they are found now if the store has none. */
export function readRelations(
  store: RecordStore,
  papers: readonly RelatedSource[],
): Map<string, RelatedPaper[]> {
  const volumes = listVolumes(papers);
  const known = store.keys('related');
  if (volumes.some(({ key }) => !known.has(key))) makeRelations(store, papers);
  return new Map(volumes.flatMap(({ key }) => store.read<VolumeRelations>('related', key) ?? []));
}

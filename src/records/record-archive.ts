import type { Archive } from '../archive/archive.ts';
import type { Correction } from '../corrections/corrections.ts';
import { digestCode } from './code-version.ts';
import { type MakingProgress, RecordWorkers } from './make-records.ts';
import { RecordStore } from './record-store.ts';
import { digest } from './text-digest.ts';

/** The keys of the records of an archive's papers, and how to make those that are missing. */
export interface RecordPlan {
  keys: ReadonlyMap<string, string>;
  /** How many records are missing. */
  missing: number;
  /**
   * Makes the missing records; afterwards the store has all.
   * @param workers that may have been started already
   */
  make(progress?: MakingProgress, workers?: RecordWorkers): Promise<void>;
}

/** Digest of the code and the model that make records and find related papers. */
export const recordsVersion = (): Promise<string> =>
  digestCode(
    ['src/restore/create-restorer.ts', 'src/records/make-record.ts', 'src/records/relations.ts'],
    ['src/restore/model.bin.br'],
  );

/**
 * Finds out which records of an archive the store has.
 * @param corrections by the identity of their paper
 * @param folder of the store
 * @param version of the code: see `recordsVersion`
 */
export function planRecords(
  { papers }: Pick<Archive, 'papers'>,
  corrections: ReadonlyMap<string, readonly Correction[]>,
  folder: string,
  version: string,
): RecordPlan {
  const store = new RecordStore(folder);
  const known = store.keys('head');
  const planned = papers.map((paper) => {
    const own = (corrections.get(paper.identity) ?? []).map(toCorrection);
    const shown = paper.listings[paper.listings.length - 1].revision;
    const latex = paper.latex ? [paper.latex] : [];
    const key = digest(version, paper.revisions, shown, own, ...latex);
    return { key, paper, corrections: own };
  });
  store.close();
  const missing = [...new Map(planned.map((plan) => [plan.key, plan])).values()]
    .filter(({ key }) => !known.has(key))
    .map((plan, index) => ({ ...plan, index }));
  return {
    keys: new Map(planned.map(({ key, paper }) => [paper.slug, key])),
    missing: missing.length,
    make: (progress, workers = new RecordWorkers()) => workers.make(folder, missing, progress),
  };
}

/** A correction without its place in the file, which a record does not depend on. */
function toCorrection({ paper, captured, latex, in: part, occurrence }: Correction): Correction {
  return { paper, captured, latex, ...(part && { in: part }), ...(occurrence && { occurrence }) };
}

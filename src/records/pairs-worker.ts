import type { Paper } from '../archive/archive.ts';
import {
  type FoundPairs,
  findNearDuplicates,
  type NearDuplicate,
} from '../archive/find-near-duplicates.ts';
import { answerQuestions } from './asked-worker.ts';
import { RecordStore } from './record-store.ts';

/** Asks for pairs of papers that may be the same paper. */
export interface PairsJob {
  /** Folder of the record store. */
  folder: string;
  /** See `readingVersion`. */
  version: string;
  papers: readonly Pick<Paper, 'identity' | 'revisions'>[];
}

// Finds pairs of papers that may be the same paper, in parallel with the build, which only lists them.
answerQuestions(({ folder, version, papers }: PairsJob): NearDuplicate[] => {
  const store = new RecordStore(folder);
  try {
    const before = store.read<FoundPairs>('text', version);
    const found = findNearDuplicates(papers, before);
    if (found !== before) store.replace('text', [[version, found]]);
    return found.pairs;
  } finally {
    store.close();
  }
});

import type { Paper } from '../archive/archive.ts';
import {
  type FoundPairs,
  findNearDuplicates,
  type NearDuplicate,
} from '../archive/find-near-duplicates.ts';
import { answerQuestions } from './asked-worker.ts';
import { readingVersion } from './known-reading.ts';
import { RecordStore } from './record-store.ts';

/** Asks for pairs of papers that may be the same paper. */
export interface PairsJob {
  /** Folder of the record store. */
  folder: string;
  papers: readonly Pick<Paper, 'identity' | 'revisions'>[];
}

// Finds pairs of papers that may be the same paper, in parallel with the build, which only lists them.
answerQuestions(async ({ folder, papers }: PairsJob): Promise<NearDuplicate[]> => {
  const version = await readingVersion();
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

import { answerQuestions } from './asked-worker.ts';
import { RecordStore } from './record-store.ts';
import { makeRelations, type RelatedSource } from './relations.ts';

/** The papers whose related papers are to be found. */
export interface RelationsJob {
  /** Folder of the record store. */
  folder: string;
  papers: readonly RelatedSource[];
}

// Finds related papers while Astro bundles the code.
answerQuestions(({ folder, papers }: RelationsJob) => {
  const store = new RecordStore(folder);
  makeRelations(store, papers);
  store.close();
});

import { answerQuestions } from './asked-worker.ts';
import { RecordStore } from './record-store.ts';
import { makeRelations, type RelatedSource } from './relations.ts';

/** What is asked for: the related papers of all papers. */
export interface RelationsJob {
  /** Folder of the records. */
  folder: string;
  papers: readonly RelatedSource[];
}

// Finds related papers beside what Astro does before it renders.
answerQuestions(({ folder, papers }: RelationsJob) => {
  const store = new RecordStore(folder);
  makeRelations(store, papers);
  store.close();
});

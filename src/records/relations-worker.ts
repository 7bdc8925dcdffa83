import { parentPort, workerData } from 'node:worker_threads';
import { RecordStore } from './record-store.ts';
import { makeRelations, type RelatedSource } from './relations.ts';

// Finds related papers beside what Astro does before it renders.
const { folder, papers } = workerData as { folder: string; papers: RelatedSource[] };
const store = new RecordStore(folder);
makeRelations(store, papers);
store.close();
parentPort?.postMessage(undefined);

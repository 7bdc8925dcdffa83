import { parentPort, workerData } from 'node:worker_threads';
import { RecordStore } from '../records/record-store.ts';
import { type FileRow, SiteFiles } from './site-files.ts';
import { type SearchSource, writeSearch } from './write-search.ts';

/** What the worker is started with. */
export interface SearchJob extends SearchSource {
  /** Folder of the records. */
  cache: string;
  last: string;
  next: string;
  known: ReadonlyMap<string, FileRow>;
}

// Writes the search index beside the rendering of the pages.
const { cache, last, next, known, ...source } = workerData as SearchJob;
const files = new SiteFiles(last, next, known);
const { fragments } = await writeSearch(source, new RecordStore(cache), files);
parentPort?.postMessage({ fragments, rows: new Map(files.rows()), reused: files.reused });

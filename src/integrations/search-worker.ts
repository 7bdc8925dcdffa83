import { answerQuestions } from '../records/asked-worker.ts';
import { RecordStore } from '../records/record-store.ts';
import { type FileRow, SiteFiles } from './site-files.ts';
import { type SearchSource, type WrittenSearch, writeSearch } from './write-search.ts';

/** What the search index is built from and where. */
export interface SearchJob {
  source: SearchSource;
  /** Folder of the records. */
  cache: string;
  last: string;
  next: string;
  known: ReadonlyMap<string, FileRow>;
}

export interface SearchAnswer extends WrittenSearch {
  rows: ReadonlyMap<string, FileRow>;
  reused: number;
}

// Writes the search index beside the rendering of the pages.
answerQuestions(async ({ source, cache, last, next, known }: SearchJob): Promise<SearchAnswer> => {
  const files = new SiteFiles(last, next, known);
  const store = new RecordStore(cache);
  try {
    const { fragments } = await writeSearch(source, store, files);
    return { fragments, rows: new Map(files.rows()), reused: files.reused };
  } finally {
    store.close();
  }
});

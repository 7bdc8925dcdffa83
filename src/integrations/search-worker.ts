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
  /** Paths of the links that `linkLast` created. */
  links: ReadonlySet<string>;
}

export interface SearchAnswer extends WrittenSearch {
  /** Keys of the files, by path. */
  keys: ReadonlyMap<string, string>;
  /** How many files were taken over from the last site. */
  reused: number;
}

// Writes the search index beside the rendering of the pages.
answerQuestions(async (job: SearchJob): Promise<SearchAnswer> => {
  const { source, cache, last, next, known, links } = job;
  const files = new SiteFiles(last, next, known);
  files.startFrom(links);
  const store = new RecordStore(cache);
  try {
    const { fragments } = await writeSearch(source, store, files);
    return { fragments, keys: files.keys, reused: files.reused };
  } finally {
    store.close();
  }
});

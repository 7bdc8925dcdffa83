import { answerQuestions } from '../records/asked-worker.ts';
import { RecordStore } from '../records/record-store.ts';
import { type FileRow, SiteFiles } from './site-files.ts';
import { type SearchSource, type WrittenSearch, writeSearch } from './write-search.ts';

/** Input for the search index. */
export interface SearchJob {
  source: SearchSource;
  /** Folder of the record store. */
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
  /** Number of files reused from the last site. */
  reused: number;
}

// Writes the search index while pages are rendered.
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

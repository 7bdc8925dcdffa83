import { isPacked } from '../packs/is-packed.ts';
import type { SiteFile, SitePapers } from '../packs/plan-packs.ts';
import { answerQuestions } from '../records/asked-worker.ts';
import { RecordStore } from '../records/record-store.ts';
import { type FileRow, SiteFiles } from './site-files.ts';
import { writePacks } from './write-packs.ts';

/** Input for packing a site whose packed files are all written. */
export interface PackJob {
  papers: SitePapers;
  /** Folder of the record store. */
  cache: string;
  /** Digest of the code that makes packs; a new version replaces all packs. */
  version: string;
  /** Folders of the last site and of the next. */
  last: string;
  next: string;
  /** Rows of the packs of the last site. */
  known: ReadonlyMap<string, FileRow>;
  /** Keys of the files of the next site, by path. */
  keys: ReadonlyMap<string, string>;
}

/** Asks for the list of all files, once they are written. */
export interface ListJob {
  keys: ReadonlyMap<string, string>;
}

/** A site with its packs. */
export interface PackedSite {
  files: SiteFile[];
  /** Rows to keep for the next build. */
  rows: Map<string, FileRow>;
  /** Number of packs reused from the last site. */
  reused: number;
}

/** Folder of Astro's prerender bundle, which exists while pages are rendered. */
const bundleFolder = '.prerender/';
const belongsInPack = (path: string): boolean => isPacked(path) && !path.startsWith(bundleFolder);

let files: SiteFiles | undefined;
let packed: readonly SiteFile[] = [];

// Packs a site while files that are not packed are still being rendered, then lists all files.
answerQuestions(async (job: PackJob | ListJob) => ('papers' in job ? await pack(job) : list(job)));

async function pack({ papers, cache, version, last, next, known, keys }: PackJob): Promise<void> {
  files = new SiteFiles(last, next, known);
  files.adopt(keys);
  packed = files.list(belongsInPack);
  const store = new RecordStore(cache);
  try {
    await writePacks(packed, papers, store, files, version);
  } finally {
    store.close();
  }
}

/** @throws {Error} when a file that belongs in a pack was written after the packs */
function list({ keys }: ListJob): PackedSite {
  if (files === undefined) throw new Error('A site is listed before it is packed.');
  files.adopt(keys);
  const listed = files.list();
  const known = new Set(packed.map(({ path }) => path));
  const late = listed.find(({ path }) => isPacked(path) && !known.has(path));
  if (late) throw new Error(`${late.path} was written after the packs, which it belongs in.`);
  return { files: listed, rows: new Map(files.rows()), reused: files.reused };
}

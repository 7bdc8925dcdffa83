import { isPacked } from '../packs/is-packed.ts';
import type { FirstDays, SiteFile, SitePapers } from '../packs/plan-packs.ts';
import { answerQuestions } from '../records/asked-worker.ts';
import { RecordStore } from '../records/record-store.ts';
import { type FileRow, SiteFiles } from './site-files.ts';
import { makeDatedPacks, writePacks } from './write-packs.ts';

/** Input for the packs of papers and days, whose files are written. */
export interface DatedPackJob {
  firstDays: FirstDays;
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

/** Asks for the other packs, once all packed files are written. */
export interface PackJob {
  papers: SitePapers;
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

let begun: { files: SiteFiles; job: DatedPackJob } | undefined;
let packed: readonly SiteFile[] = [];

// Packs a site while files that are not packed are still being written, then lists all files.
answerQuestions(async (job: DatedPackJob | PackJob | ListJob) => {
  if ('firstDays' in job) return packDated(job);
  return 'papers' in job ? packOthers(job) : list(job);
});

async function packDated(job: DatedPackJob): Promise<void> {
  const files = new SiteFiles(job.last, job.next, job.known);
  files.adopt(job.keys);
  begun = { files, job };
  const dated = files.list((path) => /^(papers|days)\//.test(path) && belongsInPack(path));
  await withStore(job, (store) => makeDatedPacks(dated, job.firstDays, store, files, job.version));
}

async function packOthers({ papers, keys }: PackJob): Promise<void> {
  const { files, job } = takeBegun();
  files.adopt(keys);
  packed = files.list(belongsInPack);
  await withStore(job, (store) => writePacks(packed, papers, store, files, job.version));
}

async function withStore(
  { cache }: DatedPackJob,
  use: (store: RecordStore) => Promise<void>,
): Promise<void> {
  const store = new RecordStore(cache);
  try {
    await use(store);
  } finally {
    store.close();
  }
}

function takeBegun(): NonNullable<typeof begun> {
  if (begun === undefined) throw new Error('The packs of papers and days are made first.');
  return begun;
}

/** @throws {Error} when a file that belongs in a pack was written after the packs */
function list({ keys }: ListJob): PackedSite {
  const { files } = takeBegun();
  files.adopt(keys);
  const listed = files.list();
  const known = new Set(packed.map(({ path }) => path));
  const late = listed.find(({ path }) => isPacked(path) && !known.has(path));
  if (late) throw new Error(`${late.path} was written after the packs, which it belongs in.`);
  return { files: listed, rows: new Map(files.rows()), reused: files.reused };
}

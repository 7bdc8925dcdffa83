import { join, relative, resolve } from 'node:path';
import { firstOf } from '../src/capture/problem.ts';
import { ledgerName, seedLabel } from '../src/capture/seed-name.ts';
import { SiteWriter } from '../src/integrations/site-writer.ts';
import { openKnownReading } from '../src/records/known-reading.ts';
import { RecordWorkers } from '../src/records/make-records.ts';
import type { PaperHead } from '../src/records/paper-record.ts';
import { isDamage, RecordStore, removeStore } from '../src/records/record-store.ts';
import { readSiteUrl } from '../src/site.ts';
import { describeFolder } from '../src/store/describe-folder.ts';
import { cacheFolder, seedsFolder } from '../src/store/locations.ts';
import { readSeeds } from '../src/store/read-seeds.ts';
import { today } from '../src/store/today.ts';
import { ensureWritable } from '../src/store/write-atomically.ts';
import { BuildProgress } from './build-progress.ts';
import { clearDerived } from './clear-derived.ts';
import { describeBuild } from './describe-build.ts';
import { UsageError } from './exit-on-fault.ts';
import { keepLedger, refuseLostLedger } from './lost-ledger.ts';
import {
  checkRead,
  describePairs,
  requireRegistered,
  type SoundArchive,
  writeLedger,
} from './register-seeds.ts';
import { type PageListener, type RenderedSite, renderSite } from './render-site.ts';
import { nextFolder } from './site-folder.mjs';
import { lockFolder, replaceFolder, swapIn } from './swap-folder.ts';
import { warnOfNewResidue } from './warn-of-residue.ts';

/** The folder that the site is built into; `DAYLEAF_OUT` names another, for tests. */
export function siteFolder(): string {
  return resolve(process.env.DAYLEAF_OUT ?? 'dist');
}

/** What the site that was built is made of: its papers, whose records are in the cache. */
export type BuiltSite = Pick<RenderedSite, 'papers'>;

export interface BuildOptions {
  /** Creates a new ledger even if an earlier one is known to exist. */
  isNewLedger?: boolean;
  /** Called with every page as it is written; twice if a build has to start again. */
  onPage?: PageListener;
}

/**
 * Builds the site from the seeds: beside the last one, and swapped in when it is whole. A build that
 * fails or is killed leaves the last site and the ledger as they were, or as they are to be: the ledger
 * is written last, and before anybody can see an address that it must keep.
 * @throws {CaptureError} when a seed or the ledger is at fault
 * @throws {UsageError} when `SITE_URL` is no address, or another build is at work
 */
export async function buildSite(options: BuildOptions = {}): Promise<BuiltSite> {
  const folder = siteFolder();
  readAddress();
  // The day on which a build began is its day: midnight must not come between its steps.
  process.env.DAYLEAF_TODAY = today();
  let papers: BuiltSite['papers'] = [];
  const cache = cacheFolder();
  const earlier = join(cache, 'earlier-site');
  const writer = new SiteWriter({ last: folder, next: nextFolder(folder), earlier, cache });
  const workers = new RecordWorkers();
  const make = async () => {
    try {
      papers = (await makeSite(writer, workers, options)).papers;
    } finally {
      await Promise.all([writer.stop(), workers.stop()]);
    }
  };
  const replace = () => replaceFolder(folder, make);
  // What is built elsewhere is made in .astro first, whatever its folder: Astro has it so.
  const isElsewhere = relative(process.cwd(), folder).startsWith('..');
  const workshop = resolve('.astro');
  await lockFolder(folder, isElsewhere ? () => lockFolder(workshop, replace) : replace);
  return { papers };
}

async function makeSite(
  writer: SiteWriter,
  workers: RecordWorkers,
  { isNewLedger = false, onPage }: BuildOptions,
): Promise<BuiltSite> {
  const progress = new BuildProgress();
  const notes = { print: (line: string) => progress.print(line) };
  progress.begin('reading');
  const before = await listSeeds();
  const sound = await orWithoutKept(() => readSeedsFolder(writer, workers, isNewLedger), notes);
  for (const note of firstOf(sound.notes, 'more notes')) progress.print(`note: ${note}`);
  if (!process.env.SITE_URL) {
    progress.print(
      'note: SITE_URL is not set: absolute addresses are written for http://localhost:4321/.',
    );
  }
  await clearDerived(cacheFolder());
  progress.end('reading');
  const rendered = await orWithoutKept(
    () => renderSite(sound, writer, progress, workers, onPage),
    notes,
  );
  progress.begin('finishing');
  if (sound.isLedgerChanged) {
    await writeLedger(seedsFolder(), sound);
    progress.print('seeds/ledger.json has new entries: keep it under version control.');
  }
  await swapIn(writer.folders.last, writer.folders.earlier);
  keepLedger(seedsFolder());
  const heads = remember(rendered);
  progress.end('finishing');
  progress.clear();
  for (const line of describePairs(rendered.uncertain)) console.log(line);
  for (const line of warnOfNewResidue(sound, heads)) console.log(line);
  for (const name of findChanges(before, await listSeeds())) {
    console.log(
      `note: ${seedLabel(name)} has changed while the site was built, which shows what was there when the build began: build again to include the change.`,
    );
  }
  for (const line of describeBuild(sound.archive, heads, rendered, progress)) console.log(line);
  return rendered;
}

/**
 * What the site is made of; a ledger that will have to be written and cannot be is found out first. The threads
 * that take long to start are started, for reading leaves one core to them.
 */
async function readSeedsFolder(
  writer: SiteWriter,
  workers: RecordWorkers,
  isNewLedger: boolean,
): Promise<SoundArchive> {
  // Opening replaces a store of another version. Other threads may open it only afterwards.
  const store = new RecordStore(cacheFolder());
  writer.begin();
  try {
    // A new capture has papers whose records are missing.
    const known = await openKnownReading(store, () => workers.start());
    const seeds = await readSeeds(seedsFolder(), known.captures);
    if (!isNewLedger) refuseLostLedger(seeds, seedsFolder());
    const sound = checkRead(seeds, known);
    if (process.env.CI === 'true') requireRegistered(sound, knownInCi);
    if (sound.isLedgerChanged) await ensureWritable(seedsFolder());
    known.keep();
    return sound;
  } catch (error) {
    // It may have read damaged data.
    await writer.stop();
    throw error;
  } finally {
    store.close();
  }
}

const knownInCi = {
  reason: 'with CI=true a build does not write it',
  hint: 'run npm run seeds:add -- seeds/*.txt and commit seeds/ledger.json.',
};

/** The files of the seeds folder but the ledger, which a build may write: name and what tells a change. */
const listSeeds = async (): Promise<Map<string, string>> =>
  new Map((await describeFolder(seedsFolder())).filter(([name]) => name !== ledgerName));

/** The names of files that are new, changed or gone. */
function findChanges(before: Map<string, string>, after: Map<string, string>): string[] {
  const names = new Set([...before.keys(), ...after.keys()]);
  return [...names].filter((name) => before.get(name) !== after.get(name)).sort();
}

/** Does something; where what earlier builds have kept is damaged, once more without it. */
export async function orWithoutKept<Result>(
  attempt: () => Promise<Result>,
  { print }: { print(line: string): void },
): Promise<Result> {
  try {
    return await attempt();
  } catch (error) {
    if (!isDamage(error)) throw error;
    print('note: what earlier builds have kept is damaged: everything is made anew.');
    removeStore(cacheFolder());
    return await attempt();
  }
}

/** Keeps what the next build must know of the site, now that it is in its place. @returns the heads of its records */
function remember({ rows, records }: RenderedSite): ReadonlyMap<string, PaperHead> {
  const store = new RecordStore(cacheFolder());
  try {
    store.replace('file', rows);
    const heads = store.readAll<PaperHead>('head');
    return new Map(
      [...records].flatMap(([slug, key]) => {
        const head = heads.get(key);
        return head ? [[slug, head] as const] : [];
      }),
    );
  } catch (error) {
    if (!isDamage(error)) throw error;
    // The site is there; the next build will find out.
    return new Map();
  } finally {
    store.close();
  }
}

/**
 * The address that the site is built for.
 * @throws {UsageError} when `SITE_URL` is none
 */
export function readAddress(): URL {
  try {
    return readSiteUrl();
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

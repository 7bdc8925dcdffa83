import { join, relative, resolve } from 'node:path';
import { firstOf } from '../src/capture/problem.ts';
import { ledgerName, seedLabel } from '../src/capture/seed-name.ts';
import { describeHostLimits } from '../src/export/host-limits.ts';
import { SiteWriter } from '../src/integrations/site-writer.ts';
import { RecordWorkers } from '../src/records/make-records.ts';
import type { PaperHead } from '../src/records/paper-record.ts';
import { RecordStore } from '../src/records/record-store.ts';
import { isDamage } from '../src/records/stored-value.ts';
import { readSiteUrl } from '../src/site.ts';
import { describeFolder } from '../src/store/describe-folder.ts';
import { cacheFolder, seedsFolder } from '../src/store/locations.ts';
import { today } from '../src/store/today.ts';
import { BuildProgress } from './build-progress.ts';
import { clearDerived } from './clear-derived.ts';
import { digestVersions } from './code-versions.ts';
import { describeBuild } from './describe-build.ts';
import { UsageError } from './exit-on-fault.ts';
import { keepLedger } from './lost-ledger.ts';
import { orWithoutCache } from './or-without-cache.ts';
import { readSeedsFolder } from './read-seeds-folder.ts';
import { describePairs, writeLedger } from './register-seeds.ts';
import { type PageListener, type RenderedSite, renderSite } from './render-site.ts';
import { nextFolder, replaceFolder, swapIn, whileLocked } from './swap-folder.ts';
import { warnOfNewResidue } from './warn-of-residue.ts';

/** The folder that the site is built into; `DAYLEAF_OUT` names another one. */
export function siteFolder(): string {
  return resolve(process.env.DAYLEAF_OUT ?? 'dist');
}

export interface BuildOptions {
  /** Creates a new ledger even if an earlier one is known to exist. */
  isNewLedger?: boolean;
  /** Called with every page as it is written; twice if a build has to start again. */
  onPage?: PageListener;
}

/**
 * Builds the site from the seeds, beside the last one, and moves it into place when it is complete. A build that
 * fails or is killed leaves the last site as it was. The ledger is written before the site is moved, so that every
 * published address is in it.
 * @throws {CaptureError} for faults in seeds or the ledger
 * @throws {UsageError} when `SITE_URL` is not an address, or another build is running
 */
export async function buildSite(options: BuildOptions = {}): Promise<void> {
  const folder = siteFolder();
  readAddress();
  // All steps of a build use the date on which it began, also after midnight.
  process.env.DAYLEAF_TODAY = today();
  const cache = cacheFolder();
  const earlier = join(cache, 'earlier-site');
  const writer = new SiteWriter({ last: folder, next: nextFolder(folder), earlier, cache });
  const workers = new RecordWorkers();
  const replace = () =>
    replaceFolder(folder, async () => {
      try {
        await makeSite(writer, workers, options);
      } finally {
        await Promise.all([writer.stop(), workers.stop()]);
      }
    });
  // Astro bundles its code in .astro if the site is not in the project's folder.
  const isElsewhere = relative(process.cwd(), folder).startsWith('..');
  await whileLocked(folder, isElsewhere ? () => whileLocked(resolve('.astro'), replace) : replace);
}

async function makeSite(
  writer: SiteWriter,
  workers: RecordWorkers,
  { isNewLedger = false, onPage }: BuildOptions,
): Promise<void> {
  const progress = new BuildProgress();
  const print = (line: string): void => progress.print(line);
  progress.begin('reading');
  const versions = digestVersions();
  const before = await listSeeds();
  const sound = await orWithoutCache(
    () => readSeedsFolder(versions, writer, workers, isNewLedger),
    print,
  );
  for (const note of firstOf(sound.notes, 'more notes')) print(`note: ${note}`);
  if (!process.env.SITE_URL)
    print('note: SITE_URL is not set: absolute addresses are written for http://localhost:4321/.');
  await clearDerived(cacheFolder());
  progress.end('reading');
  const rendered = await orWithoutCache(
    () => renderSite(sound, versions, writer, progress, workers, onPage),
    print,
  );
  progress.begin('finishing');
  if (sound.isLedgerChanged) {
    await writeLedger(seedsFolder(), sound);
    print('seeds/ledger.json has new entries: keep it under version control.');
  }
  await swapIn(writer.folders.last, writer.folders.earlier);
  keepLedger(seedsFolder());
  const heads = keepRows(rendered);
  progress.end('finishing');
  progress.clear();
  const lines = [
    ...describePairs(rendered.uncertain),
    ...warnOfNewResidue(sound, heads),
    ...findChanges(before, await listSeeds()).map(
      (name) =>
        `note: ${seedLabel(name)} has changed during the build, which used its content from before: build again to include the change.`,
    ),
    ...describeBuild(sound.archive, heads, rendered, progress),
    ...describeHostLimits(rendered.files),
  ];
  for (const line of lines) console.log(line);
}

/** Sizes and times of the files in the seeds folder, by name, without the ledger, which a build may write. */
const listSeeds = async (): Promise<Map<string, string>> =>
  new Map((await describeFolder(seedsFolder())).filter(([name]) => name !== ledgerName));

/** The names of files that were added, changed or removed. */
function findChanges(before: Map<string, string>, after: Map<string, string>): string[] {
  const names = new Set([...before.keys(), ...after.keys()]);
  return [...names].filter((name) => before.get(name) !== after.get(name)).sort();
}

/** Keeps the rows of the site's files for the next build. @returns the heads of the records, by slug */
function keepRows({ rows, records }: RenderedSite): ReadonlyMap<string, PaperHead> {
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
    // The site is in place already. The next build will find the damage.
    return new Map();
  } finally {
    store.close();
  }
}

/**
 * The address that the site is built for.
 * @throws {UsageError} when `SITE_URL` is not an address
 */
export function readAddress(): URL {
  try {
    return readSiteUrl();
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

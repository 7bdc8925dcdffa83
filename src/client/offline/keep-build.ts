import { type Manifest, type PackSummary, packsOf } from '../../packs/manifest.ts';
import { type FetchOptions, fetchPack, PackFaultError } from './fetch-pack.ts';
import type { KeptBuild, OfflineStore } from './offline-store.ts';
import { readPointer } from './read-pointer.ts';

/** The site has been replaced by another build during the download. */
export class PackGoneError extends Error {
  override name = 'PackGoneError';
}

/** How many packs are on their way at once: while some are fetched, others are written. */
const fetchesAtOnce = 12;

/** How the download of packs is followed and given up. */
export interface KeepOptions extends FetchOptions {
  /** Told of each pack when it is kept, those that were here already too. */
  onPack?: (pack: PackSummary) => void;
}

/**
 * Fetches those of the packs that are not on the device yet. What has come stays, however it ends.
 * @param build that the packs are of
 * @throws {PackGoneError} where the site is another build by now
 * @throws {PackFaultError} where the server does not give them
 * @throws {DOMException} `QuotaExceededError` where there is no room, `AbortError` where it was given up
 * @throws {TypeError} where there is no network
 */
export async function keepPacks(
  store: OfflineStore,
  build: string,
  packs: readonly PackSummary[],
  { onPack, ...options }: KeepOptions = {},
): Promise<void> {
  const here = await store.listPacks();
  const missing: PackSummary[] = [];
  for (const pack of packs) {
    if (here.has(pack.name)) onPack?.(pack);
    else missing.push(pack);
  }
  // One that fails stops the others: none is begun after it.
  const faults: unknown[] = [];
  const note = (fault: unknown): void => {
    faults.push(fault);
  };
  const write = async (pack: PackSummary, content: Blob): Promise<void> => {
    await store.writePack(pack.name, content);
    onPack?.(pack);
  };
  const writes: Promise<void>[] = [];
  const work = async (): Promise<void> => {
    for (let pack = missing.shift(); pack && faults.length === 0; pack = missing.shift()) {
      const content = await fetchPack(store.base, pack, options);
      // The line is not kept waiting for the disk.
      writes.push(write(pack, content).catch(note));
    }
  };
  await Promise.all(Array.from({ length: fetchesAtOnce }, () => work().catch(note)));
  await Promise.all(writes);
  if (faults.length > 0) throw await explain(faults[0], store.base, build);
  options.signal?.throwIfAborted();
}

/** Checks whether a fault is due to a new build of the site, whose pointer then names another build. */
async function explain(fault: unknown, base: string, build: string): Promise<unknown> {
  if (!(fault instanceof PackFaultError)) return fault;
  const latest = await readPointer(base);
  return latest === undefined || latest === build
    ? fault
    : new PackGoneError(`the site is ${latest} by now`);
}

/**
 * Makes a build visible whose packs are here. Until this one write every reader is shown what was listed before.
 * @param place `newest` for what the site is now, also where it was that before; else a build that is listed
 * already stays in its place
 * @throws {PackGoneError} where a pack of it is not here
 */
export async function listBuild(
  store: OfflineStore,
  manifest: Manifest,
  isWhole: boolean,
  place?: 'newest',
): Promise<void> {
  const here = await store.listPacks();
  const missing = packsOf(manifest, isWhole).find(({ name }) => !here.has(name));
  if (missing) throw new PackGoneError(`the pack ${missing.name} is not here`);
  const listed: KeptBuild = { build: manifest.build, isWhole };
  await store.changeBuilds((builds) =>
    place !== 'newest' && builds.some(({ build }) => build === listed.build)
      ? builds.map((kept) => (kept.build === listed.build ? listed : kept))
      : [...builds.filter(({ build }) => build !== listed.build), listed],
  );
}

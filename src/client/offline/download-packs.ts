import { type Manifest, type PackSummary, packsOf } from '../../packs/manifest.ts';
import { type FetchOptions, fetchPack, PackFaultError } from './fetch-pack.ts';
import type { OfflineStore, StoredBuild } from './offline-store.ts';
import { readPointer } from './read-pointer.ts';

/** The site has been replaced by another build during the download. */
export class PackGoneError extends Error {
  override name = 'PackGoneError';
}

/** Number of simultaneous requests: while some packs are fetched, others are written. */
const fetchesAtOnce = 12;

/** How to follow and abort the download of packs. */
export interface DownloadOptions extends FetchOptions {
  /** Called for each pack once it is stored, and for those that were stored before. */
  onPack?: (pack: PackSummary) => void;
}

/**
 * Downloads the packs that are not stored yet. Packs that were stored remain if the download fails.
 * @param build that the packs belong to
 * @throws {PackGoneError} if the site is another build by now
 * @throws {PackFaultError} if the server does not deliver a pack
 * @throws {DOMException} `QuotaExceededError` if the storage is full, `AbortError` if the signal was aborted
 * @throws {TypeError} without a network
 */
export async function downloadPacks(
  store: OfflineStore,
  build: string,
  packs: readonly PackSummary[],
  { onPack, ...options }: DownloadOptions = {},
): Promise<void> {
  const stored = await store.listPacks();
  const missing = packs.filter(({ name }) => !stored.has(name));
  for (const pack of packs) if (stored.has(pack.name)) onPack?.(pack);
  // After the first fault, no further request is made.
  const faults: unknown[] = [];
  const note = (fault: unknown): unknown => faults.push(fault);
  const write = async (pack: PackSummary, content: Blob): Promise<void> => {
    await store.writePack(pack.name, content);
    onPack?.(pack);
  };
  const writes: Promise<unknown>[] = [];
  const work = async (): Promise<void> => {
    for (let pack = missing.shift(); pack && faults.length === 0; pack = missing.shift()) {
      const content = await fetchPack(store.base, pack, options);
      // The next request does not wait for the disk.
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
 * Makes a build visible whose packs are stored.
 * @param place `newest` for the current build of the site, even if it is listed as an older one; otherwise a listed
 *   build stays in its place
 * @throws {PackGoneError} if one of its packs is not stored
 */
export async function listBuild(
  store: OfflineStore,
  manifest: Manifest,
  isWhole: boolean,
  place?: 'newest',
): Promise<void> {
  const stored = await store.listPacks();
  const missing = packsOf(manifest, isWhole).find(({ name }) => !stored.has(name));
  if (missing) throw new PackGoneError(`the pack ${missing.name} is not stored`);
  const listed: StoredBuild = { build: manifest.build, isWhole };
  const isListed = ({ build }: StoredBuild): boolean => build === listed.build;
  await store.changeBuilds((builds) =>
    place !== 'newest' && builds.some(isListed)
      ? builds.map((other) => (isListed(other) ? listed : other))
      : [...builds.filter((other) => !isListed(other)), listed],
  );
}

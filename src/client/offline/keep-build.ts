import {
  type Manifest,
  nameDigest,
  type PackSummary,
  packPath,
  packsOf,
} from '../../packs/manifest.ts';
import type { KeptBuild, OfflineStore } from './offline-store.ts';

/** The site has no such pack, or not as the manifest has it: another build has taken its place. */
export class PackGoneError extends Error {
  override name = 'PackGoneError';
}

/** How many packs are on their way at once: while some are fetched, others are written. */
const fetchesAtOnce = 12;

/** How a download is followed and given up. */
export interface KeepOptions {
  signal?: AbortSignal;
  /** Told of each pack when it is kept, those that were here already too. */
  onPack?: (pack: PackSummary) => void;
}

/**
 * Fetches those of the packs that are not on the device yet. What has come stays, however it ends.
 * @throws {PackGoneError} where the site is another build by now
 * @throws {DOMException} `QuotaExceededError` where there is no room, `AbortError` where it was given up
 * @throws {TypeError} where there is no network
 */
export async function keepPacks(
  store: OfflineStore,
  packs: readonly PackSummary[],
  { signal, onPack }: KeepOptions = {},
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
    await checkPack(pack, content);
    await store.writePack(pack.name, content);
    onPack?.(pack);
  };
  const writes: Promise<void>[] = [];
  const work = async (): Promise<void> => {
    for (let pack = missing.shift(); pack && faults.length === 0; pack = missing.shift()) {
      const content = await fetchPack(store.base, pack, signal);
      // The line is not kept waiting for the disk.
      writes.push(write(pack, content).catch(note));
    }
  };
  await Promise.all(Array.from({ length: fetchesAtOnce }, () => work().catch(note)));
  await Promise.all(writes);
  if (faults.length > 0) throw faults[0];
  signal?.throwIfAborted();
}

/** A pack as the site has it. A blob stays where the browser keeps what it fetches: it need not go there to be written. */
async function fetchPack(base: string, { name }: PackSummary, signal?: AbortSignal): Promise<Blob> {
  // The browser's own cache need not have it a second time.
  const response = await fetch(new URL(packPath(name), base), { signal, cache: 'no-store' });
  if (!response.ok) throw new PackGoneError(`${packPath(name)} answers ${response.status}`);
  return response.blob();
}

async function checkPack({ name }: PackSummary, content: Blob): Promise<void> {
  const digested = await crypto.subtle.digest('SHA-256', await content.arrayBuffer());
  if (nameDigest(new Uint8Array(digested)) !== name)
    throw new PackGoneError(`${packPath(name)} has another content`);
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

import { type Manifest, type PackSummary, packsOf } from '../../packs/manifest.ts';
import type { FetchOptions } from './fetch-pack.ts';
import { keepPacks, listBuild, PackGoneError } from './keep-build.ts';
import type { OfflineMessage } from './messages.ts';
import type { KeptBuild, OfflineStore } from './offline-store.ts';
import { registerWorker } from './register-worker.ts';

/** How much of a build is on the device. */
export interface KeptAmount {
  isWhole: boolean;
  /** Whether some of what is not kept by itself is here. */
  isBegun: boolean;
  papers: number;
  bytes: number;
  allPapers: number;
  allBytes: number;
}

const allPacks = (manifest: Manifest): PackSummary[] => packsOf(manifest, true);

function add(packs: readonly PackSummary[]): { papers: number; bytes: number } {
  return {
    papers: packs.reduce((sum, pack) => sum + pack.papers, 0),
    bytes: packs.reduce((sum, pack) => sum + pack.sizeBytes, 0),
  };
}

/**
 * The newest build that is kept, once there is one: with the first visit it takes the worker a moment.
 * @throws {Error} where the browser lets nothing be kept
 */
async function awaitBuild(store: OfflineStore): Promise<KeptBuild> {
  const registration = await registerWorker();
  const worker = registration.installing ?? registration.waiting;
  if (worker && !registration.active) {
    await new Promise<void>((resolve, reject) => {
      const look = (): void => {
        if (worker.state === 'activated') resolve();
        if (worker.state === 'redundant') reject(new Error('the service worker was not installed'));
      };
      worker.addEventListener('statechange', look);
      look();
    });
  }
  const newest = (await store.readBuilds()).at(-1);
  if (!newest) throw new Error('nothing is kept');
  return newest;
}

/** How much of the newest build is here. @throws {Error} where the browser lets nothing be kept */
export async function readKeptAmount(store: OfflineStore): Promise<KeptAmount> {
  const { build, isWhole } = await awaitBuild(store);
  const manifest = await store.fetchManifest(build);
  const here = await store.listPacks();
  const kept = add(allPacks(manifest).filter(({ name }) => here.has(name)));
  const all = add(allPacks(manifest));
  const isBegun = manifest.rest.some(({ name }) => here.has(name));
  return { isWhole, isBegun, ...kept, allPapers: all.papers, allBytes: all.bytes };
}

/**
 * Keeps all of the newest build.
 * @param onAmount is told with each pack how much is here
 * @param onRetry called before a failed download is retried
 * @throws what `keepPacks` and `readKeptAmount` throw
 */
export async function keepEverything(
  store: OfflineStore,
  signal: AbortSignal,
  onAmount: (amount: KeptAmount) => void,
  onRetry?: FetchOptions['onRetry'],
): Promise<void> {
  for (;;) {
    const { build, isWhole } = await awaitBuild(store);
    if (isWhole) return;
    const manifest = await store.fetchManifest(build);
    const all = add(allPacks(manifest));
    const amount = {
      ...{ isWhole, isBegun: true, papers: 0, bytes: 0 },
      ...{ allPapers: all.papers, allBytes: all.bytes },
    };
    await keepPacks(store, build, allPacks(manifest), {
      ...{ signal, onRetry },
      onPack: ({ papers, sizeBytes }) => {
        amount.papers += papers;
        amount.bytes += sizeBytes;
        onAmount({ ...amount });
      },
    });
    const isListed = (await store.readBuilds()).some((kept) => kept.build === build);
    if (!isListed) throw new PackGoneError('another build has taken its place');
    await listBuild(store, manifest, true);
    await tellWorker();
    // A build that came in the meantime has only its core: it is next.
  }
}

/** Removes the packs that a reader asked for; what is kept at once stays. */
export async function removeEverything(store: OfflineStore): Promise<void> {
  const builds = await store.readBuilds();
  for (const { build } of builds) {
    const manifest = await store.readManifest(build);
    if (manifest) await listBuild(store, manifest, false);
  }
  await store.removeRest();
  await tellWorker();
}

async function tellWorker(): Promise<void> {
  const message: OfflineMessage = { type: 'kept' };
  (await registerWorker()).active?.postMessage(message);
}

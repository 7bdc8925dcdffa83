import { type PackSummary, packsOf } from '../../packs/manifest.ts';
import { downloadPacks, listBuild, PackGoneError } from './download-packs.ts';
import type { FetchOptions } from './fetch-pack.ts';
import type { OfflineStore, StoredBuild } from './offline-store.ts';
import { registerWorker } from './register-worker.ts';
import type { WorkerMessage } from './worker-messages.ts';

/** How much of a build is stored. */
export interface StoredAmount {
  isWhole: boolean;
  /** Whether more than the core is stored. */
  isBegun: boolean;
  papers: number;
  bytes: number;
  allPapers: number;
  allBytes: number;
}

function add(packs: readonly PackSummary[]): { papers: number; bytes: number } {
  return {
    papers: packs.reduce((sum, pack) => sum + pack.papers, 0),
    bytes: packs.reduce((sum, pack) => sum + pack.sizeBytes, 0),
  };
}

/**
 * The newest build that is stored. On a first visit, this waits for the worker.
 * @throws {Error} if the browser does not allow a worker or storage
 */
async function awaitBuild(store: OfflineStore): Promise<StoredBuild> {
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
  if (!newest) throw new Error('nothing is stored');
  return newest;
}

/** How much of the newest build is stored. @throws {Error} if the browser does not allow a worker or storage */
export async function readStoredAmount(store: OfflineStore): Promise<StoredAmount> {
  const { build, isWhole } = await awaitBuild(store);
  const manifest = await store.fetchManifest(build);
  const names = await store.listPacks();
  const isStored = ({ name }: PackSummary): boolean => names.has(name);
  const packs = packsOf(manifest, true);
  const all = add(packs);
  return {
    ...{ isWhole, isBegun: manifest.rest.some(isStored), ...add(packs.filter(isStored)) },
    ...{ allPapers: all.papers, allBytes: all.bytes },
  };
}

/**
 * Downloads all of the newest build.
 * @param onAmount called with each pack
 * @throws what `downloadPacks` and `readStoredAmount` throw
 */
export async function downloadArchive(
  store: OfflineStore,
  signal: AbortSignal,
  onAmount: (amount: StoredAmount) => void,
  onRetry?: FetchOptions['onRetry'],
): Promise<void> {
  for (;;) {
    const { build, isWhole } = await awaitBuild(store);
    if (isWhole) return;
    const manifest = await store.fetchManifest(build);
    const packs = packsOf(manifest, true);
    const all = add(packs);
    const amount = {
      ...{ isWhole, isBegun: true, papers: 0, bytes: 0 },
      ...{ allPapers: all.papers, allBytes: all.bytes },
    };
    await downloadPacks(store, build, packs, {
      ...{ signal, onRetry },
      onPack: ({ papers, sizeBytes }) => {
        amount.papers += papers;
        amount.bytes += sizeBytes;
        onAmount({ ...amount });
      },
    });
    const isListed = (await store.readBuilds()).some((listed) => listed.build === build);
    if (!isListed) throw new PackGoneError('another build has taken its place');
    await listBuild(store, manifest, true);
    await notifyWorker();
    // Of a build that was published in the meantime only the core is stored: it is next.
  }
}

/** Deletes the offline copy; the core remains. */
export async function removeArchive(store: OfflineStore): Promise<void> {
  for (const { build } of await store.readBuilds()) {
    const manifest = await store.readManifest(build);
    if (manifest) await listBuild(store, manifest, false);
  }
  await store.prunePacks(false);
  await notifyWorker();
}

async function notifyWorker(): Promise<void> {
  const message: WorkerMessage = { type: 'kept' };
  (await registerWorker()).active?.postMessage(message);
}

import { packFolder, packsOf } from '../../packs/manifest.ts';
import { answerPage, answerPart } from './answer-request.ts';
import { downloadPacks, listBuild } from './download-packs.ts';
import { OfflineStore, unknownBuild } from './offline-store.ts';
import { StoredFiles } from './stored-files.ts';
import { readMessage, type WorkerMessage } from './worker-messages.ts';
import type { WorkerClient, WorkerFetchEvent, WorkerScope } from './worker-scope.ts';

/** The build that this worker came with; inserted when it is bundled. */
declare const __BUILD__: string;

const scope = globalThis as unknown as WorkerScope;
const base = scope.registration.scope;
const store = new OfflineStore(base);
const files = new StoredFiles(store);
const context = { store, files, onNewBuild };

const listClients = (): Promise<WorkerClient[]> =>
  scope.clients.matchAll({ includeUncontrolled: true, type: 'all' });
const newBuild: WorkerMessage = { type: 'new-build' };
const noRoom: WorkerMessage = { type: 'no-room' };

scope.addEventListener('install', (event) => event.waitUntil(install()));
scope.addEventListener('activate', (event) => event.waitUntil(activate()));
scope.addEventListener('fetch', (event) => {
  const path = pathOf(event.request);
  if (path === undefined) return;
  const answer = event.request.mode === 'navigate' ? answerPage : answerPart;
  // If the storage is denied or damaged, the site works as without a worker.
  event.respondWith(answer(event, path, context).catch(() => fetch(event.request)));
});
scope.addEventListener('message', (event) => {
  const type = readMessage(event.data);
  if (type === 'kept') files.forget();
  const { source } = event;
  if (type !== 'which-build' || !source) return;
  event.waitUntil(
    store.readBinding(source.id).then((build) => event.ports[0]?.postMessage(build ?? null)),
  );
});

/** The path of a request without the base; undefined if the worker does not answer it. */
function pathOf({ method, url }: WorkerFetchEvent['request']): string | undefined {
  const { origin, pathname } = new URL(url);
  const home = new URL(base);
  if (method !== 'GET' || origin !== home.origin || !pathname.startsWith(home.pathname))
    return undefined;
  try {
    const path = decodeURIComponent(pathname.slice(home.pathname.length));
    const isOwn = path === 'sw.js' || (path.startsWith(packFolder) && /\.(json|pack)$/.test(path));
    return isOwn ? undefined : path;
  } catch {
    return undefined;
  }
}

/**
 * Downloads the core of this worker's build, or all of it if all of the build before is stored. If that fails, the
 * browser drops this worker and tries again later; the build before stays.
 */
async function install(): Promise<void> {
  const before = (await store.readBuilds()).at(-1);
  const isWhole = before?.isWhole ?? false;
  try {
    const manifest = await store.fetchManifest(__BUILD__);
    if (before?.build !== manifest.build) {
      await downloadPacks(store, manifest.build, packsOf(manifest, isWhole));
      await listBuild(store, manifest, isWhole, 'newest');
    }
  } catch (error) {
    // Only readers who asked for an offline copy need to know that there is no space for it.
    if (isWhole && (error as Error).name === 'QuotaExceededError')
      for (const client of await listClients()) client.postMessage(noRoom);
    throw error;
  }
  await scope.skipWaiting();
}

/** Takes over the open pages, notifies those of another build, and deletes what none of them needs. */
async function activate(): Promise<void> {
  await scope.clients.claim();
  const clients = await listClients();
  const needed = new Set([__BUILD__]);
  // A page that was open before there was a worker came with the same build as the worker. Later, a page has no
  // binding only if the storage was full.
  const isFirst = (await store.readBuilds()).every(({ build }) => build === __BUILD__);
  for (const client of clients) {
    const build = await store.readBinding(client.id);
    const own = build ?? (isFirst ? __BUILD__ : unknownBuild);
    await store.writeBinding(client.id, own);
    needed.add(own);
    if (own !== __BUILD__) client.postMessage(newBuild);
  }
  await store.changeBuilds((builds) => builds.filter(({ build }) => needed.has(build)));
  await store.prune(clients.map(({ id }) => id));
}

/** Notifies a page of an older build, if one is given, and looks for the service worker of the new build. */
function onNewBuild(oldPage?: string): void {
  listClients()
    .then((clients) => clients.find(({ id }) => id === oldPage)?.postMessage(newBuild))
    .then(() => scope.registration.update())
    .catch(() => undefined);
}

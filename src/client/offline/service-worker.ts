import { packFolder, packsOf } from '../../packs/manifest.ts';
import { answerPage, answerPart } from './answer-request.ts';
import { makeBindings, unknownBuild } from './bindings.ts';
import { keepPacks, listBuild } from './keep-build.ts';
import { makeKeptFiles } from './kept-files.ts';
import { type OfflineMessage, readMessage } from './messages.ts';
import { openStore } from './offline-store.ts';
import type { WorkerClient, WorkerFetchEvent, WorkerScope } from './worker-scope.ts';

/** The build that this worker came with; written in when it is bundled. */
declare const __BUILD__: string;

const scope = globalThis as unknown as WorkerScope;
const base = scope.registration.scope;
const store = openStore(base);
const files = makeKeptFiles(store);
const bindings = makeBindings(store);
const context = { store, files, bindings, onNewBuild };

const listClients = (): Promise<WorkerClient[]> =>
  scope.clients.matchAll({ includeUncontrolled: true, type: 'all' });
const newBuild: OfflineMessage = { type: 'new-build' };
const noRoom: OfflineMessage = { type: 'no-room' };

async function tellAll(message: OfflineMessage): Promise<void> {
  for (const client of await listClients()) client.postMessage(message);
}

scope.addEventListener('install', (event) => event.waitUntil(install()));
scope.addEventListener('activate', (event) => event.waitUntil(activate()));
scope.addEventListener('fetch', (event) => {
  const path = pathOf(event.request);
  if (path === undefined) return;
  const answer = event.request.mode === 'navigate' ? answerPage : answerPart;
  // Where nothing can be read, because the store is denied or damaged, the site works as online.
  event.respondWith(answer(event, path, context).catch(() => fetch(event.request)));
});
scope.addEventListener('message', (event) => {
  const message = readMessage(event.data);
  if (message?.type === 'kept') files.forget();
  const { source } = event;
  if (message?.type !== 'which-build' || !source) return;
  event.waitUntil(
    bindings.read(source.id).then((build) => event.ports[0]?.postMessage(build ?? null)),
  );
});

/** The path of what is asked for, without the base; undefined where it is none of the worker's business. */
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
 * Fetches what is kept at once of this worker's build, and all of it for who has all of the one before.
 * Where that fails, the browser drops this worker and tries again later; the build before stays as it is.
 */
async function install(): Promise<void> {
  const before = (await store.readBuilds()).at(-1);
  const isWhole = before?.isWhole ?? false;
  try {
    const manifest = await store.fetchManifest(__BUILD__);
    if (before?.build !== manifest.build) {
      await keepPacks(store, manifest.build, packsOf(manifest, isWhole));
      await listBuild(store, manifest, isWhole, 'newest');
    }
  } catch (error) {
    // Who asked for nothing need not be told that there was no room for it.
    if (isWhole && (error as Error).name === 'QuotaExceededError') await tellAll(noRoom);
    throw error;
  }
  await scope.skipWaiting();
}

/** Takes the open pages over; those of another build are told. What none of them needs is dropped. */
async function activate(): Promise<void> {
  await scope.clients.claim();
  const clients = await listClients();
  const needed = new Set([__BUILD__]);
  // A page that was open before there was a worker came from the site as this worker did; later a page is
  // bound to no build only where there was no room even for that.
  const isFirst = (await store.readBuilds()).every(({ build }) => build === __BUILD__);
  for (const client of clients) {
    const build = await bindings.read(client.id);
    const own = build ?? (isFirst ? __BUILD__ : unknownBuild);
    await bindings.write(client.id, own);
    needed.add(own);
    if (own !== __BUILD__) client.postMessage(newBuild);
  }
  await store.changeBuilds((builds) => builds.filter(({ build }) => needed.has(build)));
  await store.prune(await store.readBuilds(), new Set(clients.map(({ id }) => id)));
}

/** Tells a page of an older build, if given, and looks for the service worker of the new build. */
function onNewBuild(oldPage?: string): void {
  listClients()
    .then((clients) => clients.find(({ id }) => id === oldPage)?.postMessage(newBuild))
    .then(() => scope.registration.update())
    .catch(() => undefined);
}

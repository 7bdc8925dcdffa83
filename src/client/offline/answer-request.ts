import { isPacked } from '../../packs/is-packed.ts';
import { nameDigest } from '../../packs/manifest.ts';
import { type OfflineStore, type StoredBuild, unknownBuild } from './offline-store.ts';
import { readPointer } from './read-pointer.ts';
import type { StoredFiles } from './stored-files.ts';
import type { WorkerFetchEvent } from './worker-scope.ts';

/** What the worker answers from. */
export interface AnswerContext {
  store: OfflineStore;
  files: StoredFiles;
  /** Called if the site has a newer build. @param oldPage client id of a page that belongs to an older build */
  onNewBuild: (oldPage?: string) => void;
}

/** Files of the same name are the same in every build. */
const isNamedByContent = (path: string): boolean =>
  /^(_astro\/|pagefind\/.*\.pf_(meta|index|filter|fragment)$)/.test(path);

/** The path of a page's file: `papers/x/` → `papers/x/index.html`. */
const fileOf = (path: string): string => path.replace(/(^|\/)$/, '$1index.html');

/**
 * Answers a navigation request with the page of the site's current build. It comes from the device if the newest
 * build there is the current one or the site does not answer, and from the network otherwise. The page belongs to
 * its build for as long as it is open.
 * @param path of the site, without its base: `papers/x/`
 */
export async function answerPage(
  { request, resultingClientId }: WorkerFetchEvent,
  path: string,
  { store, files, onNewBuild }: AnswerContext,
): Promise<Response> {
  const current = (await store.readBuilds().catch((): StoredBuild[] => [])).at(-1);
  if (!current) return fetch(request);
  const { build, isWhole } = current;
  const bind = (to: string): Promise<void> => store.writeBinding(resultingClientId, to);
  // Not from the HTTP cache, which may have a page of an earlier build.
  const fetchPage = (): Promise<Response> => fetch(request, { cache: 'no-cache' });
  const latest = await askPointer(store.base);
  if (latest !== undefined && latest !== build) {
    const response = await fetchPage().catch(() => undefined);
    if (response) {
      await bind(latest);
      onNewBuild();
      return response;
    }
  }
  const [stored] = await Promise.all([files.read(build, fileOf(path)), bind(build)]);
  if (stored) return stored;
  try {
    const response = await fetchPage();
    await bind(latest ?? unknownBuild);
    return response;
  } catch (error) {
    // Adds a missing slash, as hosts do.
    if (!path.endsWith('/') && (await files.read(build, `${path}/index.html`))) {
      const { origin, pathname, search } = new URL(request.url);
      return Response.redirect(`${origin}${pathname}/${search}`);
    }
    const page =
      isWhole && isPacked(fileOf(path))
        ? await files.read(build, '404.html', 404)
        : await files.read(build, 'offline/index.html', 503);
    if (page) return page;
    throw error;
  }
}

/** After a request without an answer, the site is not asked again for this long. */
const silenceMs = 30_000;
let silentUntil = 0;

/** The current build of the site, or undefined without an answer within a second. */
async function askPointer(base: string): Promise<string | undefined> {
  if (Date.now() < silentUntil) return undefined;
  const latest = await readPointer(base);
  if (latest === undefined) silentUntil = Date.now() + silenceMs;
  return latest;
}

/**
 * Answers a request of a page or worker with the file of its build. A file that is not stored comes from the
 * network if it belongs to the same build; otherwise the answer is an error, and the page is notified.
 */
export async function answerPart(
  { request, clientId, resultingClientId }: WorkerFetchEvent,
  path: string,
  { store, files, onNewBuild }: AnswerContext,
): Promise<Response> {
  const builds = (await store.readBuilds()).map(({ build }) => build);
  // Pagefind's worker has a client id of its own; its first request names the build.
  const asked = new URL(request.url).searchParams.get('ts') ?? '';
  const build = builds.includes(asked) ? asked : await store.readBinding(clientId);
  if (build && request.destination === 'worker') await store.writeBinding(resultingClientId, build);
  const file = fileOf(path);
  const candidates = isNamedByContent(path) ? [...builds].reverse() : build ? [build] : [];
  for (const candidate of candidates) {
    const stored = await files.read(candidate, file);
    if (stored) return stored;
  }
  try {
    const digest = build && (await store.readManifest(build))?.digests[file];
    const response = await fetch(request, digest === undefined ? {} : { cache: 'no-cache' });
    if (!build) return response;
    const isSame = isNamedByContent(path)
      ? response.status !== 404
      : digest === undefined || (await hasDigest(response, digest));
    if (isSame) return response;
    onNewBuild(clientId);
    return new Response(null, { status: 409, statusText: 'The archive has changed' });
  } catch (error) {
    const newest = builds.at(-1);
    const stored = !build && newest !== undefined && (await files.read(newest, file));
    if (stored) return stored;
    throw error;
  }
}

async function hasDigest(response: Response, digest: string): Promise<boolean> {
  const content = await response.clone().arrayBuffer();
  return nameDigest(new Uint8Array(await crypto.subtle.digest('SHA-256', content))) === digest;
}

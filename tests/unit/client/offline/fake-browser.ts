import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { vi } from 'vitest';
import type { OfflineStore } from '../../../../src/client/offline/offline-store.ts';
import {
  type Manifest,
  manifestFormat,
  manifestPath,
  nameDigest,
  type PackSummary,
  packPath,
  packsOf,
  pointerPath,
} from '../../../../src/packs/manifest.ts';
import {
  type PackHead,
  readPackHead,
  writeHeads,
  writePack,
} from '../../../../src/packs/pack-format.ts';

/** Address of the site of all fakes. */
export const base = 'https://example.org/archive/';

const urlOf = (request: RequestInfo | URL): string =>
  request instanceof Request ? request.url : String(request);

/** A cache in memory, with what the project uses of `Cache`. */
class FakeCache {
  readonly #entries = new Map<string, Response>();
  readonly #isFull: () => boolean;

  constructor(isFull: () => boolean) {
    this.#isFull = isFull;
  }
  async match(request: RequestInfo | URL): Promise<Response | undefined> {
    return this.#entries.get(urlOf(request))?.clone();
  }
  async put(request: RequestInfo | URL, response: Response): Promise<void> {
    if (this.#isFull()) throw new DOMException('full', 'QuotaExceededError');
    this.#entries.set(urlOf(request), response);
  }
  async delete(request: RequestInfo | URL): Promise<boolean> {
    return this.#entries.delete(urlOf(request));
  }
  async keys(): Promise<Request[]> {
    return [...this.#entries.keys()].map((url) => new Request(url));
  }
}

/** A browser with caches in memory and a network that answers from a table. */
export interface FakeBrowser {
  /** Responses of the site by path without the base: a function, or a body with status 200. Other paths have 404. */
  site: Map<string, BodyInit | (() => Response | Promise<Response>)>;
  /** Requested paths, in order. */
  requested: string[];
  /** Makes every request fail. */
  isOffline: boolean;
  /** Makes every write into a cache fail. */
  isFull: boolean;
  /** Messages that pages have sent to the service worker. */
  messages: unknown[];
}

const sent: unknown[] = [];

/** Replaces the globals that offline code uses by a fake browser; `vi.unstubAllGlobals` restores them. */
export function fakeBrowser(): FakeBrowser {
  const stores = new Map<string, FakeCache>();
  const browser: FakeBrowser = {
    site: new Map(),
    requested: [],
    isOffline: false,
    isFull: false,
    messages: sent,
  };
  vi.stubGlobal('caches', {
    open: async (name: string) => {
      const store = stores.get(name) ?? new FakeCache(() => browser.isFull);
      stores.set(name, store);
      return store;
    },
    keys: async () => [...stores.keys()],
    delete: async (name: string) => stores.delete(name),
  });
  // The page registers its worker once, so all tests of a file share the first worker and its messages.
  sent.length = 0;
  const worker = { state: 'activated', postMessage: (data: unknown) => sent.push(data) };
  vi.stubGlobal('navigator', {
    locks: { request: (_: string, run: () => Promise<unknown>) => run() },
    serviceWorker: { register: async () => ({ active: worker }) },
  });
  vi.stubGlobal('location', new URL(base));
  vi.stubGlobal('document', { readyState: 'complete', documentElement: { dataset: {} } });
  const answer = async (path: string): Promise<Response> => {
    if (browser.isOffline) throw new TypeError('Failed to fetch');
    const found = browser.site.get(path);
    if (found === undefined) return new Response('not found', { status: 404 });
    return typeof found === 'function' ? found() : new Response(found);
  };
  vi.stubGlobal('fetch', (request: RequestInfo | URL, { signal }: RequestInit = {}) => {
    const path = urlOf(request).slice(base.length);
    browser.requested.push(path);
    return new Promise<Response>((resolve, reject) => {
      signal?.addEventListener('abort', () => reject(signal.reason));
      answer(path).then(resolve, reject);
    });
  });
  return browser;
}

const digest = (bytes: Uint8Array): string =>
  nameDigest(createHash('sha256').update(bytes).digest());

/** A build of a site: its manifest, and its files by path. */
export interface FakeBuild {
  manifest: Manifest;
  files: Map<string, Uint8Array>;
}

/**
 * Packs files as a build does, each group into a pack.
 * @param digested contents of the files whose digests the manifest has, by path
 */
export function makeBuild(
  core: Readonly<Record<string, string>>[],
  rest: Readonly<Record<string, string>>[],
  digested: Readonly<Record<string, string>> = {},
): FakeBuild {
  const files = new Map<string, Uint8Array>();
  const heads = new Map<string, PackHead>();
  const add = (bytes: Uint8Array, papers: number): PackSummary => {
    const content = gzipSync(bytes);
    const name = digest(content);
    files.set(packPath(name), content);
    return { name, sizeBytes: content.length, papers };
  };
  const pack = (group: Readonly<Record<string, string>>): PackSummary => {
    const entries = Object.entries(group).map(([path, text]) => ({
      ...{ path, content: new TextEncoder().encode(text) },
    }));
    const bytes = writePack(entries);
    const summary = add(bytes, entries.filter(({ path }) => path.startsWith('papers/')).length);
    heads.set(summary.name, readPackHead(bytes));
    return summary;
  };
  const table = (): PackSummary => add(new TextEncoder().encode(writeHeads(heads)), 0);
  const corePacks = core.map(pack);
  const coreTable = table();
  const restPacks = rest.map(pack);
  const tables = { core: coreTable, whole: table() };
  const names = [...corePacks, ...restPacks].map(({ name }) => name).join();
  const manifest: Manifest = {
    ...{ format: manifestFormat, build: digest(new TextEncoder().encode(names)) },
    ...{ core: corePacks, rest: restPacks, tables },
    digests: Object.fromEntries(
      Object.entries(digested).map(([path, text]) => [
        path,
        digest(new TextEncoder().encode(text)),
      ]),
    ),
  };
  files.set(manifestPath(manifest.build), new TextEncoder().encode(JSON.stringify(manifest)));
  return { manifest, files };
}

/** Replaces the current build of the site. */
export function publish(browser: FakeBrowser, { manifest, files }: FakeBuild): void {
  for (const [path, content] of files) browser.site.set(path, content as BodyInit);
  browser.site.set(pointerPath, JSON.stringify({ build: manifest.build }));
}

/** Stores the manifest of a published build and all of its packs, without downloading them. */
export async function storePacks(
  store: OfflineStore,
  { manifest, files }: FakeBuild,
): Promise<void> {
  for (const { name } of packsOf(manifest, true))
    await store.writePack(name, new Blob([files.get(packPath(name)) as BlobPart]));
  await store.fetchManifest(manifest.build);
}

/** Gives the page a service worker that answers with a build, or with none. */
export function belongTo(build: string | undefined): void {
  const controller = {
    postMessage: (_: unknown, [port]: MessagePort[]) => port?.postMessage(build ?? null),
  };
  vi.stubGlobal('navigator', { ...navigator, serviceWorker: { controller } });
}

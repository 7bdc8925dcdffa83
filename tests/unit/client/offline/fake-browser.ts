import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { vi } from 'vitest';
import { writeHeads } from '../../../../src/packs/file-table.ts';
import {
  type Manifest,
  manifestFormat,
  manifestPath,
  nameDigest,
  type PackSummary,
  packPath,
  pointerPath,
} from '../../../../src/packs/manifest.ts';
import { type PackHead, readPackHead, writePack } from '../../../../src/packs/pack-format.ts';

/** Address of the site of all fakes. */
export const base = 'https://example.org/archive/';

const urlOf = (request: RequestInfo | URL): string =>
  request instanceof Request ? request.url : String(request);

/** A cache in memory, with what the project uses of `Cache`. */
class FakeCache {
  readonly #entries = new Map<string, Response>();
  readonly #hasRoom: () => boolean;

  constructor(hasRoom: () => boolean) {
    this.#hasRoom = hasRoom;
  }
  async match(request: RequestInfo | URL): Promise<Response | undefined> {
    return this.#entries.get(urlOf(request))?.clone();
  }
  async put(request: RequestInfo | URL, response: Response): Promise<void> {
    if (!this.#hasRoom()) throw new DOMException('no room', 'QuotaExceededError');
    this.#entries.set(urlOf(request), response);
  }
  async delete(request: RequestInfo | URL): Promise<boolean> {
    return this.#entries.delete(urlOf(request));
  }
  async keys(): Promise<Request[]> {
    return [...this.#entries.keys()].map((url) => new Request(url));
  }
}

/** A browser with caches in memory, and a network that answers from a table. */
export interface FakeBrowser {
  /** What the site answers, by path without the base: a function, or a body for status 200. All else is 404. */
  site: Map<string, BodyInit | (() => Response | Promise<Response>)>;
  /** Paths that were asked for, in their order. */
  asked: string[];
  /** Without a network every request fails. */
  isOffline: boolean;
  /** Without room nothing more is kept. */
  hasRoom: boolean;
  /** Messages that pages have sent to the service worker. */
  messages: unknown[];
  cacheNames(): Promise<string[]>;
}

const sent: unknown[] = [];

/** Puts a fake browser in place of the globals that offline code uses; `vi.unstubAllGlobals` takes it away. */
export function fakeBrowser(): FakeBrowser {
  const stores = new Map<string, FakeCache>();
  const browser: FakeBrowser = {
    site: new Map(),
    asked: [],
    isOffline: false,
    hasRoom: true,
    messages: sent,
    cacheNames: async () => [...stores.keys()],
  };
  vi.stubGlobal('caches', {
    open: async (name: string) => {
      const store = stores.get(name) ?? new FakeCache(() => browser.hasRoom);
      stores.set(name, store);
      return store;
    },
    keys: async () => [...stores.keys()],
    delete: async (name: string) => stores.delete(name),
  });
  // The page registers its worker once, so the first of these stays for the file.
  sent.length = 0;
  const worker = { state: 'activated', postMessage: (data: unknown) => sent.push(data) };
  vi.stubGlobal('navigator', {
    locks: { request: (_: string, run: () => Promise<unknown>) => run() },
    serviceWorker: { register: async () => ({ active: worker }) },
  });
  vi.stubGlobal('location', new URL(base));
  vi.stubGlobal('document', { readyState: 'complete', documentElement: { dataset: {} } });
  vi.stubGlobal('fetch', async (request: RequestInfo | URL) => {
    const path = urlOf(request).slice(base.length);
    browser.asked.push(path);
    if (browser.isOffline) throw new TypeError('Failed to fetch');
    const answer = browser.site.get(path);
    if (answer === undefined) return new Response('not found', { status: 404 });
    return typeof answer === 'function' ? await answer() : new Response(answer);
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
 * @param digested files that are in no pack, with their contents: the manifest has their digests
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
    const head = readPackHead(bytes);
    if (head) heads.set(summary.name, head);
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

/** From now on the site is this build. */
export function publish(browser: FakeBrowser, { manifest, files }: FakeBuild): void {
  for (const [path, content] of files) browser.site.set(path, content as BodyInit);
  browser.site.set(pointerPath, JSON.stringify({ build: manifest.build }));
}

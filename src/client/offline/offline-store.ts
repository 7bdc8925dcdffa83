import { type FileTable, readFileTable } from '../../packs/file-table.ts';
import {
  type Manifest,
  manifestFormat,
  manifestPath,
  packPath,
  packsOf,
  readManifest,
} from '../../packs/manifest.ts';
import { unpack } from './unpack.ts';

/** A build that is on the device and can be shown. */
export interface KeptBuild {
  build: string;
  /** Whether all of it is, or the core only. */
  isWhole: boolean;
}

/** What of the site is on the device. Pages and the worker use the same. */
export interface OfflineStore {
  /** Address of the site, with a slash at its end. */
  readonly base: string;
  /** The builds that can be shown, the newest last. */
  readBuilds(): Promise<KeptBuild[]>;
  /** Changes the list of builds: one at a time, whoever does it. The one write that makes a build visible. */
  changeBuilds(change: (builds: KeptBuild[]) => KeptBuild[]): Promise<void>;
  /** The manifest of a build: kept, or else fetched and kept. @throws {Error} where it cannot be had */
  fetchManifest(build: string): Promise<Manifest>;
  /** A build's manifest, if it is kept. */
  readManifest(build: string): Promise<Manifest | undefined>;
  /** Where the files of a listed build are. */
  readTable(build: string): Promise<FileTable | undefined>;
  /** Names of the packs that are here. */
  listPacks(): Promise<Set<string>>;
  readPack(name: string): Promise<Response | undefined>;
  /** @throws {DOMException} `QuotaExceededError` where there is no room */
  writePack(name: string, content: Blob): Promise<void>;
  /** The build that a page belongs to, by the id that the browser has for the page. */
  readBinding(client: string): Promise<string | undefined>;
  writeBinding(client: string, build: string): Promise<void>;
  /** Drops the packs that are in the core of no build that is listed. */
  removeRest(): Promise<void>;
  /** Drops the packs, manifests and bindings that these builds and clients do not need. */
  prune(builds: readonly KeptBuild[], clients: ReadonlySet<string>): Promise<void>;
}

/** Opens what is kept of the site at an address. Other sites of the same origin have their own. */
export function openStore(base: string): OfflineStore {
  const { pathname } = new URL(base);
  const cacheName = (what: string): string => `dayleaf-${manifestFormat} ${what} ${pathname}`;
  const openPacks = (): Promise<Cache> => caches.open(cacheName('packs'));
  const openRecords = (): Promise<Cache> => caches.open(cacheName('records'));
  const recordUrl = (name: string): string => new URL(`offline/kept/${name}`, base).href;
  const packUrl = (name: string): string => new URL(packPath(name), base).href;

  async function read<T>(name: string): Promise<T | undefined> {
    const response = await (await openRecords()).match(recordUrl(name));
    return response?.json();
  }
  async function write(name: string, value: unknown): Promise<void> {
    await (await openRecords()).put(recordUrl(name), Response.json(value));
  }

  const store: OfflineStore = {
    base,
    readBuilds: async () => (await read<KeptBuild[]>('builds')) ?? [],
    changeBuilds: (change) =>
      navigator.locks.request(`dayleaf builds ${pathname}`, async () =>
        write('builds', change(await store.readBuilds())),
      ),
    fetchManifest: async (build) => {
      const kept = await store.readManifest(build);
      if (kept) return kept;
      const response = await fetch(new URL(manifestPath(build), base));
      if (!response.ok) throw new Error(`the manifest of ${build} answers ${response.status}`);
      const manifest = readManifest(await response.text());
      await write(`manifests/${build}`, manifest);
      return manifest;
    },
    readManifest: (build) => read(`manifests/${build}`),
    readTable: async (build) => {
      const kept = (await store.readBuilds()).find((each) => each.build === build);
      const manifest = kept && (await store.readManifest(build));
      if (!manifest) return undefined;
      const { whole, core } = manifest.tables;
      const pack = await store.readPack((kept.isWhole ? whole : core).name);
      return pack && readFileTable(new TextDecoder().decode(await unpack(pack)));
    },
    listPacks: async () => {
      const requests = await (await openPacks()).keys();
      return new Set(requests.map(({ url }) => /([^/]*)\.pack$/.exec(url)?.[1] ?? ''));
    },
    readPack: async (name) => (await openPacks()).match(packUrl(name)),
    writePack: async (name, content) =>
      (await openPacks()).put(packUrl(name), new Response(content)),
    readBinding: (client) => read(`clients/${client}`),
    writeBinding: (client, build) => write(`clients/${client}`, build),
    removeRest: async () => {
      const builds = await store.readBuilds();
      const manifests = await Promise.all(builds.map(({ build }) => store.readManifest(build)));
      const packs = manifests.flatMap((each) => (each ? packsOf(each, false) : []));
      const needed = new Set(packs.map(({ name }) => name));
      const cache = await openPacks();
      for (const name of await store.listPacks()) {
        if (!needed.has(name)) await cache.delete(packUrl(name));
      }
    },
    prune: async (builds, clients) => {
      const needed = new Set<string>();
      for (const { build } of builds) {
        const manifest = await store.readManifest(build);
        for (const { name } of manifest ? packsOf(manifest, true) : []) needed.add(packUrl(name));
        needed.add(recordUrl(`manifests/${build}`));
      }
      for (const client of clients) needed.add(recordUrl(`clients/${client}`));
      needed.add(recordUrl('builds'));
      // What earlier formats have left of this site.
      for (const name of await caches.keys()) {
        const [, format = '', path] = /^dayleaf-(\d+) \w+ (.*)$/.exec(name) ?? [];
        if (path === pathname && Number(format) < manifestFormat) await caches.delete(name);
      }
      for (const cache of [await openPacks(), await openRecords()]) {
        for (const request of await cache.keys()) {
          if (!needed.has(request.url)) await cache.delete(request);
        }
      }
    },
  };
  return store;
}

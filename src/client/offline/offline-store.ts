import {
  type Manifest,
  manifestFormat,
  manifestPath,
  packPath,
  packsOf,
  readManifest,
} from '../../packs/manifest.ts';
import { type FileTable, readFileTable } from '../../packs/pack-format.ts';

/** A build that can be shown offline. */
export interface StoredBuild {
  build: string;
  /** Whether all of its packs are stored, or only those of the core. */
  isWhole: boolean;
}

/** The build of a page whose build is not known: no files of other builds are given to it. */
export const unknownBuild = 'unknown';

/**
 * What is stored of the site at an address, in two caches that pages and the worker share. Other sites of the
 * origin have their own.
 */
export class OfflineStore {
  /** Address of the site, with a slash at its end. */
  readonly base: string;
  readonly #path: string;
  /** Builds of pages, by client id. */
  readonly #bindings = new Map<string, string>();

  constructor(base: string) {
    this.base = base;
    this.#path = new URL(base).pathname;
  }

  /** The builds that can be shown, the newest last. */
  async readBuilds(): Promise<StoredBuild[]> {
    return (await this.#read<StoredBuild[]>('builds')) ?? [];
  }

  /** Changes the list of builds under a lock. This one write makes a build visible. */
  async changeBuilds(change: (builds: StoredBuild[]) => StoredBuild[]): Promise<void> {
    await navigator.locks.request(`dayleaf builds ${this.#path}`, async () =>
      this.#write('builds', change(await this.readBuilds())),
    );
  }

  /** The manifest of a build, if it is stored. */
  readManifest(build: string): Promise<Manifest | undefined> {
    return this.#read(`manifests/${build}`);
  }

  /** The manifest of a build, which is fetched and stored if necessary. @throws {Error} if it cannot be fetched */
  async fetchManifest(build: string): Promise<Manifest> {
    const stored = await this.readManifest(build);
    if (stored) return stored;
    const response = await fetch(new URL(manifestPath(build), this.base));
    if (!response.ok) throw new Error(`the manifest of ${build} answers ${response.status}`);
    const manifest = readManifest(await response.text());
    await this.#write(`manifests/${build}`, manifest);
    return manifest;
  }

  /** Where the files of a listed build are. */
  async readTable(build: string): Promise<FileTable | undefined> {
    const listed = (await this.readBuilds()).find((each) => each.build === build);
    const manifest = listed && (await this.readManifest(build));
    if (!manifest) return undefined;
    const table = await this.readPack(manifest.tables[listed.isWhole ? 'whole' : 'core'].name);
    return table && readFileTable(new TextDecoder().decode(table));
  }

  /** Names of the stored packs. */
  async listPacks(): Promise<Set<string>> {
    const requests = await (await this.#open('packs')).keys();
    return new Set(requests.map(({ url }) => /([^/]*)\.pack$/.exec(url)?.[1] ?? ''));
  }

  /** The uncompressed bytes of a pack, if it is stored. @throws {TypeError} if it is damaged */
  async readPack(name: string): Promise<Uint8Array | undefined> {
    const pack = await (await this.#open('packs')).match(this.#packUrl(name));
    if (!pack?.body) return undefined;
    const content = pack.body.pipeThrough(new DecompressionStream('gzip'));
    return new Uint8Array(await new Response(content).arrayBuffer());
  }

  /** @throws {DOMException} `QuotaExceededError` if the storage is full */
  async writePack(name: string, content: Blob): Promise<void> {
    await (await this.#open('packs')).put(this.#packUrl(name), new Response(content));
  }

  /** The build that a page belongs to, by its client id. */
  async readBinding(client: string): Promise<string | undefined> {
    if (client === '') return undefined;
    const build = this.#bindings.get(client) ?? (await this.#read<string>(`clients/${client}`));
    if (build !== undefined) this.#bindings.set(client, build);
    return build;
  }

  /**
   * Binds a page to a build. It is stored before the promise resolves because browsers end workers at any time; if
   * the storage is full, it lasts as long as the worker.
   */
  async writeBinding(client: string, build: string): Promise<void> {
    if (client === '' || this.#bindings.get(client) === build) return;
    this.#bindings.set(client, build);
    await this.#write(`clients/${client}`, build).catch(() => undefined);
  }

  /** Deletes the packs that no listed build needs. @param isWhole whether builds need all packs, or only the core */
  async prunePacks(isWhole: boolean): Promise<void> {
    const needed = new Set<string>();
    for (const { build } of await this.readBuilds()) {
      const manifest = await this.readManifest(build);
      for (const { name } of manifest ? packsOf(manifest, isWhole) : [])
        needed.add(this.#packUrl(name));
    }
    await deleteOthers(await this.#open('packs'), needed);
  }

  /** Deletes what neither listed builds nor these clients need, and the caches of earlier formats. */
  async prune(clients: readonly string[]): Promise<void> {
    await this.prunePacks(true);
    const records = [
      'builds',
      ...(await this.readBuilds()).map(({ build }) => `manifests/${build}`),
      ...clients.map((client) => `clients/${client}`),
    ];
    const needed = new Set(records.map((name) => this.#recordUrl(name)));
    await deleteOthers(await this.#open('records'), needed);
    for (const name of await caches.keys()) {
      const [, format = '', path] = /^dayleaf-(\d+) \w+ (.*)$/.exec(name) ?? [];
      if (path === this.#path && Number(format) < manifestFormat) await caches.delete(name);
    }
  }

  #open(name: 'packs' | 'records'): Promise<Cache> {
    return caches.open(`dayleaf-${manifestFormat} ${name} ${this.#path}`);
  }

  #packUrl(name: string): string {
    return new URL(packPath(name), this.base).href;
  }

  #recordUrl(name: string): string {
    return new URL(`offline/kept/${name}`, this.base).href;
  }

  async #read<T>(name: string): Promise<T | undefined> {
    const response = await (await this.#open('records')).match(this.#recordUrl(name));
    return response?.json();
  }

  async #write(name: string, value: unknown): Promise<void> {
    await (await this.#open('records')).put(this.#recordUrl(name), Response.json(value));
  }
}

async function deleteOthers(cache: Cache, needed: ReadonlySet<string>): Promise<void> {
  for (const request of await cache.keys())
    if (!needed.has(request.url)) await cache.delete(request);
}

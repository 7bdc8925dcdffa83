import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { OfflineStore, unknownBuild } from '../../../../src/client/offline/offline-store.ts';
import { type Manifest, manifestFormat } from '../../../../src/packs/manifest.ts';

const base = 'https://example.org/archive/';

/** `CacheStorage` in memory. */
class FakeCaches {
  readonly contents = new Map<string, Map<string, Response>>();
  /** Makes every write fail, as with a full storage. */
  isFull = false;

  async open(name: string) {
    const content = this.contents.get(name) ?? new Map<string, Response>();
    this.contents.set(name, content);
    return {
      match: async (url: string) => content.get(url)?.clone(),
      put: async (url: string, response: Response) => {
        if (this.isFull) throw new DOMException('full', 'QuotaExceededError');
        content.set(url, response);
      },
      keys: async () => [...content.keys()].map((url) => ({ url })),
      delete: async ({ url }: { url: string }) => content.delete(url),
    };
  }
  keys = async () => [...this.contents.keys()];
  delete = async (name: string) => this.contents.delete(name);
}

let fake: FakeCaches;

beforeEach(() => {
  fake = new FakeCaches();
  vi.stubGlobal('caches', fake);
  vi.stubGlobal('navigator', {
    locks: { request: (_: string, work: () => unknown) => work() },
  });
});
afterEach(() => vi.unstubAllGlobals());

const pack = (name: string) => ({ name, sizeBytes: 1, papers: 0 });

/** Lists a build with a pack of its own in core and rest, besides its tables. */
async function addBuild(store: OfflineStore, build: string): Promise<void> {
  const manifest: Manifest = {
    ...{ format: manifestFormat, build, digests: {} },
    ...{ core: [pack(`${build}core`)], rest: [pack(`${build}rest`)] },
    tables: { core: pack(`${build}heads`), whole: pack(`${build}all`) },
  };
  vi.stubGlobal('fetch', async () => Response.json(manifest));
  await store.fetchManifest(build);
  for (const name of ['core', 'rest', 'heads', 'all'])
    await store.writePack(build + name, new Blob(['pack']));
  await store.changeBuilds((builds) => [...builds, { build, isWhole: true }]);
}

test('deletes the packs, manifests and bindings that no build or client needs', async () => {
  const store = new OfflineStore(base);
  await addBuild(store, 'a');
  await addBuild(store, 'b');
  await store.writeBinding('open', 'b');
  await store.writeBinding('closed', 'a');
  await store.changeBuilds((builds) => builds.filter(({ build }) => build === 'b'));
  await store.prune(['open']);
  expect(await store.listPacks()).toEqual(new Set(['bcore', 'brest', 'bheads', 'ball']));
  expect(await store.readManifest('a')).toBeUndefined();
  expect(await store.readManifest('b')).toBeDefined();
  // Another worker, which has nothing in memory.
  const later = new OfflineStore(base);
  expect(await later.readBinding('open')).toBe('b');
  expect(await later.readBinding('closed')).toBeUndefined();
});

test('deletes the packs outside the core', async () => {
  const store = new OfflineStore(base);
  await addBuild(store, 'a');
  await store.prunePacks(false);
  expect(await store.listPacks()).toEqual(new Set(['acore', 'aheads']));
});

test('deletes caches of earlier formats of its own site only', async () => {
  for (const name of ['1 packs /archive/', '1 packs /other/', '9 packs /archive/'])
    await fake.open(`dayleaf-${name}`);
  await new OfflineStore(base).prune([]);
  const names = await fake.keys();
  expect(names).not.toContain('dayleaf-1 packs /archive/');
  expect(names).toContain('dayleaf-1 packs /other/');
  expect(names).toContain('dayleaf-9 packs /archive/');
});

test('a binding that does not fit into the storage lasts as long as the worker', async () => {
  const store = new OfflineStore(base);
  fake.isFull = true;
  await store.writeBinding('page', unknownBuild);
  expect(await store.readBinding('page')).toBe(unknownBuild);
  expect(await new OfflineStore(base).readBinding('page')).toBeUndefined();
});

test('a page without a client id has no build', async () => {
  const store = new OfflineStore(base);
  await store.writeBinding('', 'a');
  expect(await store.readBinding('')).toBeUndefined();
});

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { OfflineStore, unknownBuild } from '../../../../src/client/offline/offline-store.ts';
import { packsOf } from '../../../../src/packs/manifest.ts';
import {
  base,
  type FakeBrowser,
  type FakeBuild,
  fakeBrowser,
  makeBuild,
  publish,
  storePacks,
} from './fake-browser.ts';

let browser: FakeBrowser;
let store: OfflineStore;
const one = makeBuild([{ 'index.html': 'one' }], [{ 'papers/a/index.html': 'a of one' }]);
const two = makeBuild([{ 'index.html': 'two' }], [{ 'papers/a/index.html': 'a of two' }]);
const { manifest } = one;

beforeEach(() => {
  browser = fakeBrowser();
  publish(browser, one);
  store = new OfflineStore(base);
});
afterEach(() => vi.unstubAllGlobals());

/** Stores all packs of a build and lists it. */
async function addBuild(build: FakeBuild): Promise<void> {
  publish(browser, build);
  await storePacks(store, build);
  await store.changeBuilds((builds) => [...builds, { build: build.manifest.build, isWhole: true }]);
}

const namesOf = ({ manifest }: FakeBuild, isWhole: boolean): Set<string> =>
  new Set(packsOf(manifest, isWhole).map(({ name }) => name));

test('is empty at first', async () => {
  expect(await store.readBuilds()).toEqual([]);
  expect(await store.listPacks()).toEqual(new Set());
  expect(await store.readManifest(manifest.build)).toBeUndefined();
  expect(await store.readTable(manifest.build)).toBeUndefined();
  expect(await store.readBinding('page')).toBeUndefined();
});

test('fetches a manifest once, and rejects a missing one or another format', async () => {
  expect(await store.fetchManifest(manifest.build)).toEqual(manifest);
  expect(await store.fetchManifest(manifest.build)).toEqual(manifest);
  expect(browser.requested).toEqual([`offline/builds/${manifest.build}.json`]);
  await expect(store.fetchManifest('0a')).rejects.toThrow('404');
  browser.site.set('offline/builds/0b.json', '{"format":1}');
  await expect(store.fetchManifest('0b')).rejects.toThrow('format 1');
  expect(await store.readManifest('0b')).toBeUndefined();
});

test('is separate for another site of the same origin', async () => {
  await store.changeBuilds(() => [{ build: '1', isWhole: true }]);
  expect(await new OfflineStore('https://example.org/other/').readBuilds()).toEqual([]);
  expect(await new OfflineStore(base).readBuilds()).toEqual([{ build: '1', isWhole: true }]);
});

test('deletes the packs, manifests and bindings that no build or client needs', async () => {
  await addBuild(one);
  await addBuild(two);
  await store.writePack('stale', new Blob(['x']));
  await store.writeBinding('open', two.manifest.build);
  await store.writeBinding('closed', manifest.build);
  await store.changeBuilds((builds) => builds.slice(1));
  await store.prune(['open']);
  expect(await store.listPacks()).toEqual(namesOf(two, true));
  expect(await store.readManifest(manifest.build)).toBeUndefined();
  expect(await store.readManifest(two.manifest.build)).toEqual(two.manifest);
  expect(await store.readBuilds()).toEqual([{ build: two.manifest.build, isWhole: true }]);
  // Another worker, which has nothing in memory.
  const later = new OfflineStore(base);
  expect(await later.readBinding('open')).toBe(two.manifest.build);
  expect(await later.readBinding('closed')).toBeUndefined();

  await store.changeBuilds(() => []);
  await store.prune([]);
  expect(await store.listPacks()).toEqual(new Set());
  expect(await store.readManifest(two.manifest.build)).toBeUndefined();
});

test('deletes the packs outside the core', async () => {
  await addBuild(one);
  await store.prunePacks(false);
  expect(await store.listPacks()).toEqual(namesOf(one, false));
});

test('deletes caches of earlier formats of its own site only', async () => {
  for (const name of ['1 packs /archive/', '1 packs /other/', '9 packs /archive/'])
    await caches.open(`dayleaf-${name}`);
  await store.prune([]);
  const names = await caches.keys();
  expect(names).not.toContain('dayleaf-1 packs /archive/');
  expect(names).toContain('dayleaf-1 packs /other/');
  expect(names).toContain('dayleaf-9 packs /archive/');
});

test('a binding outlasts the worker', async () => {
  await store.writeBinding('page', '1a');
  const restarted = new OfflineStore(base);
  expect(await restarted.readBinding('page')).toBe('1a');
  expect(await restarted.readBinding('another')).toBeUndefined();
});

test('a binding that does not fit into the storage lasts as long as the worker', async () => {
  browser.isFull = true;
  await store.writeBinding('page', unknownBuild);
  expect(await store.readBinding('page')).toBe(unknownBuild);
  expect(await new OfflineStore(base).readBinding('page')).toBeUndefined();
});

test('a page without a client id has no build', async () => {
  await store.writeBinding('', '1a');
  expect(await store.readBinding('')).toBeUndefined();
});

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { OfflineStore } from '../../../../src/client/offline/offline-store.ts';
import { StoredFiles } from '../../../../src/client/offline/stored-files.ts';
import { manifestFormat, packPath } from '../../../../src/packs/manifest.ts';
import { base, fakeBrowser, makeBuild, publish, storePacks } from './fake-browser.ts';

const build = makeBuild(
  [{ 'index.html': 'home' }],
  [
    {
      'papers/a/index.html': 'a',
      'pagefind/fragment/en_a.pf_fragment': 'fragment of a',
      'pagefind/segments/x/fragment/en_b.pf_fragment': 'fragment of b',
    },
  ],
);
const name = build.manifest.build;
let store: OfflineStore;
let files: StoredFiles;

const list = (isWhole: boolean): Promise<void> =>
  store.changeBuilds(() => [{ build: name, isWhole }]);

beforeEach(async () => {
  publish(fakeBrowser(), build);
  store = new OfflineStore(base);
  files = new StoredFiles(store);
  await storePacks(store, build);
});
afterEach(() => vi.unstubAllGlobals());

test('finds files by the table of the core, or of the whole build', async () => {
  await list(false);
  const home = await files.read(name, 'index.html');
  expect(await home?.text()).toBe('home');
  expect(home?.status).toBe(200);
  expect(home?.headers.get('Content-Type')).toContain('text/html');
  expect(await files.read(name, 'papers/a/index.html')).toBeUndefined();

  await list(true);
  files.forget();
  const paper = await files.read(name, 'papers/a/index.html', 404);
  expect(paper?.status).toBe(404);
  expect(await paper?.text()).toBe('a');
  expect(await files.read('another', 'index.html')).toBeUndefined();
});

test.each(['a', 'b'])(
  'finds the fragment of %s, whether or not its pack names the segment',
  async (of) => {
    await list(true);
    const found = await files.read(name, `pagefind/segments/x/fragment/en_${of}.pf_fragment`);
    expect(await found?.text()).toBe(`fragment of ${of}`);
  },
);

test('finds files again that were missing for a time', async () => {
  await store.prune([]);
  await list(true);
  expect(await files.read(name, 'index.html')).toBeUndefined();
  await storePacks(store, build);
  expect(await (await files.read(name, 'index.html'))?.text()).toBe('home');
});

test('fails if a pack is missing that the table names, until the pack is stored again', async () => {
  await list(true);
  const packs = await caches.open(`dayleaf-${manifestFormat} packs /archive/`);
  for (const pack of build.manifest.rest) await packs.delete(base + packPath(pack.name));
  await expect(files.read(name, 'papers/a/index.html')).rejects.toThrow('is not stored');
  await storePacks(store, build);
  expect(await (await files.read(name, 'papers/a/index.html'))?.text()).toBe('a');
});

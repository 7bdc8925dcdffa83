import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  downloadArchive,
  readStoredAmount,
  removeArchive,
  type StoredAmount,
} from '../../../../src/client/offline/download-archive.ts';
import {
  downloadPacks,
  listBuild,
  PackGoneError,
} from '../../../../src/client/offline/download-packs.ts';
import { OfflineStore } from '../../../../src/client/offline/offline-store.ts';
import { packPath, packsOf } from '../../../../src/packs/manifest.ts';
import { base, type FakeBrowser, fakeBrowser, makeBuild, publish } from './fake-browser.ts';

let browser: FakeBrowser;
let store: OfflineStore;
const build = makeBuild(
  [{ 'index.html': 'home' }],
  [{ 'papers/a/index.html': 'a', 'papers/b/index.html': 'b' }, { 'papers/c/index.html': 'c' }],
);
const { manifest } = build;
const noSignal = new AbortController().signal;

/** Stores a core, as the service worker does when it is installed. */
async function downloadCore({ manifest: of }: typeof build): Promise<void> {
  await store.fetchManifest(of.build);
  await downloadPacks(store, of.build, packsOf(of, false));
  await listBuild(store, of, false, 'newest');
}

beforeEach(async () => {
  browser = fakeBrowser();
  publish(browser, build);
  store = new OfflineStore(base);
  await downloadCore(build);
});
afterEach(() => vi.unstubAllGlobals());

describe('downloading the archive', () => {
  test('reports the stored amount with each pack, and lists the build as whole', async () => {
    expect(await readStoredAmount(store)).toMatchObject({
      isWhole: false,
      isBegun: false,
      papers: 0,
    });
    const amounts: StoredAmount[] = [];
    await downloadArchive(store, noSignal, (amount) => amounts.push(amount));
    expect(amounts).toHaveLength(packsOf(manifest, true).length);
    expect(amounts.map(({ papers }) => papers)).toEqual(
      amounts.map(({ papers }) => papers).toSorted((a, b) => a - b),
    );
    const bytes = packsOf(manifest, true).reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
    expect(amounts.at(-1)).toMatchObject({ papers: 3, allPapers: 3, bytes, allBytes: bytes });
    expect(await store.readBuilds()).toEqual([{ build: manifest.build, isWhole: true }]);
    expect(await readStoredAmount(store)).toMatchObject({ isWhole: true, papers: 3 });
    expect(browser.messages).toEqual([{ type: 'kept' }]);
  });

  test('requests nothing if everything is stored', async () => {
    await downloadArchive(store, noSignal, () => undefined);
    const before = browser.requested.length;
    await downloadArchive(store, noSignal, () => undefined);
    expect(browser.requested.length).toBe(before);
  });

  test('continues with a build that was published in the meantime', async () => {
    const next = makeBuild([{ 'index.html': 'next' }], [{ 'papers/d/index.html': 'd' }]);
    const [pack] = manifest.rest;
    const path = packPath(pack?.name ?? '');
    const content = browser.site.get(path);
    for (const [name, bytes] of next.files) browser.site.set(name, bytes as BodyInit);
    browser.site.set(path, async () => {
      await downloadCore(next);
      return new Response(content as BodyInit);
    });
    await downloadArchive(store, noSignal, () => undefined);
    expect((await store.readBuilds()).at(-1)).toEqual({
      build: next.manifest.build,
      isWhole: true,
    });
  });

  test('fails if its build is no longer listed', async () => {
    await expect(
      downloadArchive(store, noSignal, () => void store.changeBuilds(() => [])),
    ).rejects.toBeInstanceOf(PackGoneError);
  });

  test('leaves the downloaded packs stored if it is aborted', async () => {
    const stop = new AbortController();
    const onAmount = ({ papers }: StoredAmount) => {
      if (papers > 0) stop.abort();
    };
    await expect(downloadArchive(store, stop.signal, onAmount)).rejects.toThrow();
    expect(await readStoredAmount(store)).toMatchObject({ isWhole: false, isBegun: true });
  });
});

test('removing the archive leaves the core', async () => {
  await downloadArchive(store, noSignal, () => undefined);
  await removeArchive(store);
  expect(await readStoredAmount(store)).toMatchObject({
    isWhole: false,
    isBegun: false,
    papers: 0,
  });
  expect(await store.listPacks()).toEqual(
    new Set(packsOf(manifest, false).map(({ name }) => name)),
  );
});

test('without a stored build, there is no amount', async () => {
  await store.changeBuilds(() => []);
  await expect(readStoredAmount(store)).rejects.toThrow('nothing is stored');
});

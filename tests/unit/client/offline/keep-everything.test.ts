import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { keepPacks, listBuild, PackGoneError } from '../../../../src/client/offline/keep-build.ts';
import {
  type KeptAmount,
  keepEverything,
  readKeptAmount,
  removeEverything,
} from '../../../../src/client/offline/keep-everything.ts';
import { openStore } from '../../../../src/client/offline/offline-store.ts';
import { packPath, packsOf } from '../../../../src/packs/manifest.ts';
import { base, type FakeBrowser, fakeBrowser, makeBuild, publish } from './fake-browser.ts';

let browser: FakeBrowser;
let store: ReturnType<typeof openStore>;
const build = makeBuild(
  [{ 'index.html': 'home' }],
  [{ 'papers/a/index.html': 'a', 'papers/b/index.html': 'b' }, { 'papers/c/index.html': 'c' }],
);
const { manifest } = build;
const noSignal = new AbortController().signal;

/** As the worker does when it is installed. */
async function keepCore({ manifest: of }: typeof build): Promise<void> {
  await store.fetchManifest(of.build);
  await keepPacks(store, of.build, packsOf(of, false));
  await listBuild(store, of, false, 'newest');
}

beforeEach(async () => {
  browser = fakeBrowser();
  publish(browser, build);
  store = openStore(base);
  await keepCore(build);
});
afterEach(() => vi.unstubAllGlobals());

describe('keeping everything', () => {
  test('reports with each pack how much is here, and lists the build as whole', async () => {
    expect(await readKeptAmount(store)).toMatchObject({
      isWhole: false,
      isBegun: false,
      papers: 0,
    });
    const amounts: KeptAmount[] = [];
    await keepEverything(store, noSignal, (amount) => amounts.push(amount));
    expect(amounts).toHaveLength(packsOf(manifest, true).length);
    expect(amounts.map(({ papers }) => papers)).toEqual(
      amounts.map(({ papers }) => papers).toSorted((a, b) => a - b),
    );
    const bytes = packsOf(manifest, true).reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
    expect(amounts.at(-1)).toMatchObject({ papers: 3, allPapers: 3, bytes, allBytes: bytes });
    expect(await store.readBuilds()).toEqual([{ build: manifest.build, isWhole: true }]);
    expect(await readKeptAmount(store)).toMatchObject({ isWhole: true, papers: 3 });
    expect(browser.messages).toEqual([{ type: 'kept' }]);
  });

  test('asks for nothing where everything is here', async () => {
    await keepEverything(store, noSignal, () => undefined);
    const before = browser.asked.length;
    await keepEverything(store, noSignal, () => undefined);
    expect(browser.asked.length).toBe(before);
  });

  test('goes on with a build that came meanwhile', async () => {
    const next = makeBuild([{ 'index.html': 'next' }], [{ 'papers/d/index.html': 'd' }]);
    const [pack] = manifest.rest;
    const path = packPath(pack?.name ?? '');
    const content = browser.site.get(path);
    for (const [name, bytes] of next.files) browser.site.set(name, bytes as BodyInit);
    browser.site.set(path, async () => {
      await keepCore(next);
      return new Response(content as BodyInit);
    });
    await keepEverything(store, noSignal, () => undefined);
    expect((await store.readBuilds()).at(-1)).toEqual({
      build: next.manifest.build,
      isWhole: true,
    });
  });

  test('fails where its build is no longer listed', async () => {
    await expect(
      keepEverything(store, noSignal, () => void store.changeBuilds(() => [])),
    ).rejects.toBeInstanceOf(PackGoneError);
  });

  test('leaves what has come where it is stopped', async () => {
    const stop = new AbortController();
    const onAmount = ({ papers }: KeptAmount) => {
      if (papers > 0) stop.abort();
    };
    await expect(keepEverything(store, stop.signal, onAmount)).rejects.toThrow();
    expect(await readKeptAmount(store)).toMatchObject({ isWhole: false, isBegun: true });
  });
});

test('removing everything leaves the core', async () => {
  await keepEverything(store, noSignal, () => undefined);
  await removeEverything(store);
  expect(await readKeptAmount(store)).toMatchObject({ isWhole: false, isBegun: false, papers: 0 });
  expect(await store.listPacks()).toEqual(
    new Set(packsOf(manifest, false).map(({ name }) => name)),
  );
});

test('where nothing is kept, there is no amount', async () => {
  await store.changeBuilds(() => []);
  await expect(readKeptAmount(store)).rejects.toThrow('nothing is kept');
});

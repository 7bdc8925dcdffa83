import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  downloadPacks,
  listBuild,
  PackGoneError,
} from '../../../../src/client/offline/download-packs.ts';
import { PackFaultError } from '../../../../src/client/offline/fetch-pack.ts';
import { OfflineStore } from '../../../../src/client/offline/offline-store.ts';
import { packPath, packsOf } from '../../../../src/packs/manifest.ts';
import { base, type FakeBrowser, fakeBrowser, makeBuild, publish } from './fake-browser.ts';

let browser: FakeBrowser;
let store: OfflineStore;
const build = makeBuild([{ 'index.html': 'home' }], [{ 'papers/a/index.html': 'a' }]);
const { manifest } = build;
const packs = packsOf(manifest, true);
const [first] = packs;
if (!first) throw new Error('the build has no pack');

beforeEach(() => {
  browser = fakeBrowser();
  publish(browser, build);
  store = new OfflineStore(base);
});
afterEach(() => vi.unstubAllGlobals());

const faultOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => undefined,
    (e) => e,
  );

describe('downloading packs', () => {
  test('fetches only packs that are not stored, and reports all', async () => {
    const reported: string[] = [];
    const onPack = ({ name }: { name: string }) => reported.push(name);
    await downloadPacks(store, manifest.build, [first], { onPack });
    await downloadPacks(store, manifest.build, packs, { onPack });
    expect(browser.requested.filter((path) => path === packPath(first.name))).toHaveLength(1);
    expect(reported).toHaveLength(packs.length + 1);
    expect(await store.listPacks()).toEqual(new Set(packs.map(({ name }) => name)));
  });

  test('fails with the status of the server if the build is still current, and leaves other packs stored', async () => {
    browser.site.set(packPath(first.name), () => new Response('', { status: 403 }));
    const fault = await faultOf(downloadPacks(store, manifest.build, packs));
    expect(fault).toBeInstanceOf(PackFaultError);
    expect(fault).toMatchObject({ fault: { kind: 'status', status: 403 } });
    expect((await store.listPacks()).size).toBe(packs.length - 1);
  });

  test('fails with another error if the site has another build', async () => {
    browser.site.delete(packPath(first.name));
    browser.site.set('offline/latest.json', '{"build":"0a1b"}');
    expect(await faultOf(downloadPacks(store, manifest.build, packs))).toBeInstanceOf(
      PackGoneError,
    );
    browser.site.set('offline/latest.json', '<html>');
    expect(await faultOf(downloadPacks(store, manifest.build, packs))).toBeInstanceOf(
      PackFaultError,
    );
  });

  test('fails with full storage, without a network, or if it is aborted', async () => {
    browser.isFull = true;
    expect(await faultOf(downloadPacks(store, manifest.build, packs))).toMatchObject({
      name: 'QuotaExceededError',
    });
    browser.isFull = false;
    browser.isOffline = true;
    expect(await faultOf(downloadPacks(store, manifest.build, packs))).toBeInstanceOf(TypeError);
    browser.isOffline = false;
    const stop = new AbortController();
    const onPack = () => stop.abort();
    expect(
      await faultOf(downloadPacks(store, manifest.build, packs, { signal: stop.signal, onPack })),
    ).toMatchObject({ name: 'AbortError' });
  });
});

describe('listing a build', () => {
  const listed = async () => (await store.readBuilds()).map(({ build: name }) => name);

  test('fails if one of its packs is not stored', async () => {
    expect(await faultOf(listBuild(store, manifest, false))).toBeInstanceOf(PackGoneError);
    await downloadPacks(store, manifest.build, packsOf(manifest, false));
    expect(await faultOf(listBuild(store, manifest, true))).toBeInstanceOf(PackGoneError);
    expect(await listed()).toEqual([]);
    await listBuild(store, manifest, false);
    expect(await store.readBuilds()).toEqual([{ build: manifest.build, isWhole: false }]);
  });

  test('leaves a listed build in its place, or makes it the newest', async () => {
    await downloadPacks(store, manifest.build, packs);
    await listBuild(store, manifest, false);
    await store.changeBuilds((builds) => [...builds, { build: 'later', isWhole: false }]);
    await listBuild(store, manifest, true);
    expect(await store.readBuilds()).toEqual([
      { build: manifest.build, isWhole: true },
      { build: 'later', isWhole: false },
    ]);
    await listBuild(store, manifest, true, 'newest');
    expect(await listed()).toEqual(['later', manifest.build]);
  });
});

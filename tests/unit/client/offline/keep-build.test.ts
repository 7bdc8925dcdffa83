import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { PackFaultError } from '../../../../src/client/offline/fetch-pack.ts';
import { keepPacks, listBuild, PackGoneError } from '../../../../src/client/offline/keep-build.ts';
import { openStore } from '../../../../src/client/offline/offline-store.ts';
import { packPath, packsOf } from '../../../../src/packs/manifest.ts';
import { base, type FakeBrowser, fakeBrowser, makeBuild, publish } from './fake-browser.ts';

let browser: FakeBrowser;
let store: ReturnType<typeof openStore>;
const build = makeBuild([{ 'index.html': 'home' }], [{ 'papers/a/index.html': 'a' }]);
const { manifest } = build;
const packs = packsOf(manifest, true);
const [first] = packs;
if (!first) throw new Error('the build has no pack');

beforeEach(() => {
  browser = fakeBrowser();
  publish(browser, build);
  store = openStore(base);
});
afterEach(() => vi.unstubAllGlobals());

const faultOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => undefined,
    (e) => e,
  );

describe('keeping packs', () => {
  test('fetches those that are missing, and reports all', async () => {
    const kept: string[] = [];
    const onPack = ({ name }: { name: string }) => kept.push(name);
    await keepPacks(store, manifest.build, [first], { onPack });
    await keepPacks(store, manifest.build, packs, { onPack });
    expect(browser.asked.filter((path) => path === packPath(first.name))).toHaveLength(1);
    expect(kept).toHaveLength(packs.length + 1);
    expect(await store.listPacks()).toEqual(new Set(packs.map(({ name }) => name)));
  });

  test('fails by the status of the server while the site is the same build; what has come stays', async () => {
    browser.site.set(packPath(first.name), () => new Response('', { status: 403 }));
    const fault = await faultOf(keepPacks(store, manifest.build, packs));
    expect(fault).toBeInstanceOf(PackFaultError);
    expect(fault).toMatchObject({ fault: { kind: 'status', status: 403 } });
    expect((await store.listPacks()).size).toBe(packs.length - 1);
  });

  test('says that the archive has changed only where the site is another build', async () => {
    browser.site.delete(packPath(first.name));
    browser.site.set('offline/latest.json', '{"build":"0a1b"}');
    expect(await faultOf(keepPacks(store, manifest.build, packs))).toBeInstanceOf(PackGoneError);
    browser.site.set('offline/latest.json', '<html>');
    expect(await faultOf(keepPacks(store, manifest.build, packs))).toBeInstanceOf(PackFaultError);
  });

  test('ends where there is no room, no network, or the reader stops it', async () => {
    browser.hasRoom = false;
    expect(await faultOf(keepPacks(store, manifest.build, packs))).toMatchObject({
      name: 'QuotaExceededError',
    });
    browser.hasRoom = true;
    browser.isOffline = true;
    expect(await faultOf(keepPacks(store, manifest.build, packs))).toBeInstanceOf(TypeError);
    browser.isOffline = false;
    const stop = new AbortController();
    const onPack = () => stop.abort();
    expect(
      await faultOf(keepPacks(store, manifest.build, packs, { signal: stop.signal, onPack })),
    ).toMatchObject({ name: 'AbortError' });
  });
});

describe('listing a build', () => {
  const listed = async () => (await store.readBuilds()).map(({ build: name }) => name);

  test('needs its packs', async () => {
    expect(await faultOf(listBuild(store, manifest, false))).toBeInstanceOf(PackGoneError);
    await keepPacks(store, manifest.build, packsOf(manifest, false));
    expect(await faultOf(listBuild(store, manifest, true))).toBeInstanceOf(PackGoneError);
    expect(await listed()).toEqual([]);
    await listBuild(store, manifest, false);
    expect(await store.readBuilds()).toEqual([{ build: manifest.build, isWhole: false }]);
  });

  test('keeps its place, or makes it the newest', async () => {
    await keepPacks(store, manifest.build, packs);
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

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { AnswerContext } from '../../../../src/client/offline/answer-request.ts';
import { downloadPacks, listBuild } from '../../../../src/client/offline/download-packs.ts';
import { OfflineStore, unknownBuild } from '../../../../src/client/offline/offline-store.ts';
import { StoredFiles } from '../../../../src/client/offline/stored-files.ts';
import type { WorkerFetchEvent } from '../../../../src/client/offline/worker-scope.ts';
import { packsOf } from '../../../../src/packs/manifest.ts';
import { base, type FakeBrowser, fakeBrowser, makeBuild, publish } from './fake-browser.ts';

let browser: FakeBrowser;
let context: AnswerContext;
/** The argument of each call of `onNewBuild`. */
let newBuilds: (string | undefined)[];

const core = {
  '404.html': 'none',
  'offline/index.html': 'not stored',
  'index.html': 'home of one',
};
const one = makeBuild(
  [core],
  [{ 'papers/a/index.html': 'a of one', 'words.txt': 'words of one' }],
  { 'words.txt': 'words of one' },
);
const two = makeBuild([{ ...core, 'index.html': 'home of two' }], []);

async function download(build: typeof one, isWhole: boolean): Promise<void> {
  const { manifest } = build;
  publish(browser, build);
  await context.store.fetchManifest(manifest.build);
  await downloadPacks(context.store, manifest.build, packsOf(manifest, isWhole));
  await listBuild(context.store, manifest, isWhole, 'newest');
  browser.requested.length = 0;
}

/** @param clients ids of the page that makes the request, and of the page that it opens */
function makeEvent(path: string, clients: { from?: string; to?: string } = {}): WorkerFetchEvent {
  return Object.assign(new Event('fetch'), {
    request: new Request(base + path),
    ...{ clientId: clients.from ?? '', resultingClientId: clients.to ?? '' },
    respondWith: () => undefined,
    waitUntil: () => undefined,
  });
}
// The module remembers that a server did not answer, so each test loads it again.
const load = () => import('../../../../src/client/offline/answer-request.ts');

const withoutQuery = (path: string): string => path.replace(/\?.*$/, '');
const page = async (path: string, to = 'page') =>
  (await load()).answerPage(makeEvent(path, { to }), withoutQuery(path), context);
const part = async (path: string, from = 'page') =>
  (await load()).answerPart(makeEvent(path, { from }), withoutQuery(path), context);
const binding = (client = 'page') => context.store.readBinding(client);

beforeEach(() => {
  vi.resetModules();
  browser = fakeBrowser();
  newBuilds = [];
  const store = new OfflineStore(base);
  context = {
    store,
    files: new StoredFiles(store),
    onNewBuild: (oldPage) => newBuilds.push(oldPage),
  };
});
afterEach(() => vi.unstubAllGlobals());

describe('a page', () => {
  test('comes from the network if nothing is stored', async () => {
    browser.site.set('', 'from the network');
    expect(await (await page('')).text()).toBe('from the network');
    expect(await binding()).toBeUndefined();
  });

  test('of the current build comes from the device if it is stored', async () => {
    await download(one, true);
    browser.site.set('papers/a/', 'from the network');
    expect(await (await page('papers/a/')).text()).toBe('a of one');
    expect(await binding()).toBe(one.manifest.build);
    expect(newBuilds).toEqual([]);
  });

  test('comes from the network if the site has a newer build, and is bound to that', async () => {
    await download(one, true);
    publish(browser, two);
    browser.site.set('', 'home of two');
    expect(await (await page('')).text()).toBe('home of two');
    expect(await binding()).toBe(two.manifest.build);
    expect(newBuilds).toEqual([undefined]);
  });

  test.each<[string, () => void]>([
    [
      'without a network',
      () => {
        browser.isOffline = true;
      },
    ],
    [
      'if the host answers with a page of its own',
      () => browser.site.set('offline/latest.json', '<html>'),
    ],
  ])('comes from the device %s', async (_, spoil) => {
    await download(one, true);
    spoil();
    expect(await (await page('')).text()).toBe('home of one');
    expect(await binding()).toBe(one.manifest.build);
  });

  test('does not ask a silent server again', async () => {
    await download(one, true);
    browser.isOffline = true;
    await page('');
    await page('papers/a/');
    expect(browser.requested.filter((path) => path === 'offline/latest.json')).toHaveLength(1);
  });

  test('that is not stored comes from the network, and has no known build if the pointer is missing', async () => {
    await download(one, false);
    browser.site.set('days/x/', 'a day');
    expect(await (await page('days/x/', 'known')).text()).toBe('a day');
    expect(await binding('known')).toBe(one.manifest.build);
    browser.site.delete('offline/latest.json');
    expect(await (await page('days/x/', 'unknown')).text()).toBe('a day');
    expect(await binding('unknown')).toBe(unknownBuild);
  });

  test('without a network has status 404 if it does not exist, and 503 if it may exist', async () => {
    await download(one, true);
    browser.isOffline = true;
    const none = await page('papers/none/');
    expect([none.status, await none.text()]).toEqual([404, 'none']);
    await listBuild(context.store, one.manifest, false);
    context.files.forget();
    const unstored = await page('papers/none/');
    expect([unstored.status, await unstored.text()]).toEqual([503, 'not stored']);
  });

  test('is redirected to its address with a slash', async () => {
    await download(one, true);
    browser.isOffline = true;
    const { status, headers } = await page('papers/a?x=1');
    expect([status, headers.get('Location')]).toEqual([302, `${base}papers/a/?x=1`]);
  });
});

describe('a part of a page', () => {
  test('comes from the build of the page, not from a newer one', async () => {
    await download(one, true);
    await context.store.writeBinding('page', one.manifest.build);
    await download(two, true);
    expect(await (await part('index.html')).text()).toBe('home of one');
    await context.store.writeBinding('newer', two.manifest.build);
    expect(await (await part('index.html', 'newer')).text()).toBe('home of two');
  });

  test('that is not stored comes from the network if it has the digest of the build; otherwise the page is notified', async () => {
    await download(one, false);
    await context.store.writeBinding('page', one.manifest.build);
    browser.site.set('words.txt', 'words of one');
    expect(await (await part('words.txt')).text()).toBe('words of one');
    expect(newBuilds).toEqual([]);
    browser.site.set('words.txt', 'words of two');
    expect((await part('words.txt')).status).toBe(409);
    expect(newBuilds).toEqual(['page']);
  });

  test('that is named by its content comes from any build or the network; if it is missing, the page is notified', async () => {
    await download(makeBuild([{ ...core, '_astro/x.css': 'css' }], []), false);
    await download(two, false);
    await context.store.writeBinding('page', two.manifest.build);
    expect(await (await part('_astro/x.css')).text()).toBe('css');
    browser.site.set('_astro/y.css', 'new css');
    expect(await (await part('_astro/y.css')).text()).toBe('new css');
    expect((await part('_astro/gone.css')).status).toBe(409);
    expect(newBuilds).toEqual(['page']);
  });

  test('of a page without a build comes from the network, or without a network from the newest build', async () => {
    await download(one, true);
    browser.site.set('words.txt', 'from the network');
    expect(await (await part('words.txt', 'stranger')).text()).toBe('from the network');
    browser.isOffline = true;
    expect(await (await part('words.txt', 'stranger')).text()).toBe('words of one');
    await expect(part('none.txt', 'stranger')).rejects.toThrow('Failed to fetch');
  });

  test('comes from the build that its address names, as the requests of Pagefind do', async () => {
    await download(one, true);
    await download(two, true);
    const answer = await part(`words.txt?ts=${one.manifest.build}`, 'stranger');
    expect(await answer.text()).toBe('words of one');
  });
});

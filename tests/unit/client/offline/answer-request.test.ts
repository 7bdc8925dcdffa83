import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { AnswerContext } from '../../../../src/client/offline/answer-request.ts';
import { makeBindings, unknownBuild } from '../../../../src/client/offline/bindings.ts';
import { keepPacks, listBuild } from '../../../../src/client/offline/keep-build.ts';
import { makeKeptFiles } from '../../../../src/client/offline/kept-files.ts';
import { openStore } from '../../../../src/client/offline/offline-store.ts';
import type { WorkerFetchEvent } from '../../../../src/client/offline/worker-scope.ts';
import { packsOf } from '../../../../src/packs/manifest.ts';
import { base, type FakeBrowser, fakeBrowser, makeBuild, publish } from './fake-browser.ts';

let browser: FakeBrowser;
let context: AnswerContext;
/** Pages that were named with a newer build; undefined where none was. */
let newBuilds: (string | undefined)[];

const core = { '404.html': 'none', 'offline/index.html': 'not kept', 'index.html': 'home of one' };
const one = makeBuild(
  [core],
  [{ 'papers/a/index.html': 'a of one', 'words.txt': 'words of one' }],
  { 'words.txt': 'words of one' },
);
const two = makeBuild([{ ...core, 'index.html': 'home of two' }], []);

async function keep(build: typeof one, isWhole: boolean): Promise<void> {
  const { manifest } = build;
  publish(browser, build);
  await context.store.fetchManifest(manifest.build);
  await keepPacks(context.store, manifest.build, packsOf(manifest, isWhole));
  await listBuild(context.store, manifest, isWhole, 'newest');
  browser.asked.length = 0;
}

/** A request of a page, or for one. */
function makeEvent(path: string, clients: { from?: string; to?: string } = {}): WorkerFetchEvent {
  return Object.assign(new Event('fetch'), {
    request: new Request(base + path),
    ...{ clientId: clients.from ?? '', resultingClientId: clients.to ?? '' },
    respondWith: () => undefined,
    waitUntil: () => undefined,
  });
}
// What it remembers of a silent server is of one test.
const load = () => import('../../../../src/client/offline/answer-request.ts');
const withoutQuery = (path: string): string => path.replace(/\?.*$/, '');
const page = async (path: string, to = 'page') =>
  (await load()).answerPage(makeEvent(path, { to }), withoutQuery(path), context);
const part = async (path: string, from = 'page') =>
  (await load()).answerPart(makeEvent(path, { from }), withoutQuery(path), context);
const binding = (client = 'page') => context.bindings.read(client);

beforeEach(() => {
  vi.resetModules();
  browser = fakeBrowser();
  newBuilds = [];
  const store = openStore(base);
  context = {
    store,
    files: makeKeptFiles(store),
    bindings: makeBindings(store),
    onNewBuild: (oldPage) => newBuilds.push(oldPage),
  };
});
afterEach(() => vi.unstubAllGlobals());

describe('a page', () => {
  test('comes from the network where nothing is kept', async () => {
    browser.site.set('', 'from the network');
    expect(await (await page('')).text()).toBe('from the network');
    expect(await binding()).toBeUndefined();
  });

  test('that is kept comes from the device, of the build that the site is', async () => {
    await keep(one, true);
    browser.site.set('papers/a/', 'from the network');
    expect(await (await page('papers/a/')).text()).toBe('a of one');
    expect(await binding()).toBe(one.manifest.build);
    expect(newBuilds).toEqual([]);
  });

  test('comes from the network where the site is a newer build, and belongs to that', async () => {
    await keep(one, true);
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
      'where a host answers with a page of its own',
      () => browser.site.set('offline/latest.json', '<html>'),
    ],
  ])('that is kept is shown %s', async (_, meddle) => {
    await keep(one, true);
    meddle();
    expect(await (await page('')).text()).toBe('home of one');
    expect(await binding()).toBe(one.manifest.build);
  });

  test('a silent server is not asked for each page', async () => {
    await keep(one, true);
    browser.isOffline = true;
    await page('');
    await page('papers/a/');
    expect(browser.asked.filter((path) => path === 'offline/latest.json')).toHaveLength(1);
  });

  test('that is not kept comes from the network; of which build is not known without an answer', async () => {
    await keep(one, false);
    browser.site.set('days/x/', 'a day');
    expect(await (await page('days/x/', 'known')).text()).toBe('a day');
    expect(await binding('known')).toBe(one.manifest.build);
    browser.site.delete('offline/latest.json');
    expect(await (await page('days/x/', 'unsure')).text()).toBe('a day');
    expect(await binding('unsure')).toBe(unknownBuild);
  });

  test('that nobody has says so without a network: there is none, or it is not kept', async () => {
    await keep(one, true);
    browser.isOffline = true;
    const none = await page('papers/none/');
    expect([none.status, await none.text()]).toEqual([404, 'none']);
    await listBuild(context.store, one.manifest, false);
    context.files.forget();
    const unkept = await page('papers/none/');
    expect([unkept.status, await unkept.text()]).toEqual([503, 'not kept']);
  });

  test('without its slash leads to the page that is kept', async () => {
    await keep(one, true);
    browser.isOffline = true;
    const { status, headers } = await page('papers/a?x=1');
    expect([status, headers.get('Location')]).toEqual([302, `${base}papers/a/?x=1`]);
  });
});

describe('what a page asks for', () => {
  test('comes from its own build, not from a newer one', async () => {
    await keep(one, true);
    await context.bindings.write('page', one.manifest.build);
    await keep(two, true);
    expect(await (await part('index.html')).text()).toBe('home of one');
    await context.bindings.write('newer', two.manifest.build);
    expect(await (await part('index.html', 'newer')).text()).toBe('home of two');
  });

  test('and is not kept comes from the network where it has the digest of the build, else the page is told', async () => {
    await keep(one, false);
    await context.bindings.write('page', one.manifest.build);
    browser.site.set('words.txt', 'words of one');
    expect(await (await part('words.txt')).text()).toBe('words of one');
    expect(newBuilds).toEqual([]);
    browser.site.set('words.txt', 'words of two');
    expect((await part('words.txt')).status).toBe(409);
    expect(newBuilds).toEqual(['page']);
  });

  test('and is named by its content comes from any build or the network, but not where it is gone', async () => {
    await keep(makeBuild([{ ...core, '_astro/x.css': 'css' }], []), false);
    await keep(two, false);
    await context.bindings.write('page', two.manifest.build);
    expect(await (await part('_astro/x.css')).text()).toBe('css');
    browser.site.set('_astro/y.css', 'new css');
    expect(await (await part('_astro/y.css')).text()).toBe('new css');
    expect((await part('_astro/gone.css')).status).toBe(409);
    expect(newBuilds).toEqual(['page']);
  });

  test('by a page that belongs to no build comes from the network, or else from the newest', async () => {
    await keep(one, true);
    browser.site.set('words.txt', 'from the network');
    expect(await (await part('words.txt', 'stranger')).text()).toBe('from the network');
    browser.isOffline = true;
    expect(await (await part('words.txt', 'stranger')).text()).toBe('words of one');
    await expect(part('none.txt', 'stranger')).rejects.toThrow('Failed to fetch');
  });

  test('by the worker of a search comes from the build that its address names', async () => {
    await keep(one, true);
    await keep(two, true);
    const answer = await part(`words.txt?ts=${one.manifest.build}`, 'stranger');
    expect(await answer.text()).toBe('words of one');
  });
});

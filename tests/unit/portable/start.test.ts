import { readdirSync, readFileSync } from 'node:fs';
import { beforeEach, expect, it, vi } from 'vitest';

const { started, page } = vi.hoisted(() => ({
  started: [] as string[],
  page: { isFrame: false },
}));
const note = (name: string) => () => void started.push(name);

vi.mock('../../../src/client/keys/start-keys.ts', () => ({ startKeys: note('startKeys') }));
vi.mock('../../../src/client/list/order-switch.ts', () => ({
  startOrderSwitch: note('startOrderSwitch'),
}));
vi.mock('../../../src/client/list/reading-list.ts', () => ({
  startReadingList: note('startReadingList'),
}));
vi.mock('../../../src/client/page/abstracts-switch.ts', () => ({
  startAbstractsSwitch: note('startAbstractsSwitch'),
}));
vi.mock('../../../src/client/page/preferences.ts', () => ({
  startThemeSwitch: note('startThemeSwitch'),
}));
vi.mock('../../../src/client/paper/formulas.ts', () => ({ startFormulas: note('startFormulas') }));
vi.mock('../../../src/client/paper/paper-page.ts', () => ({
  startPaperPage: note('startPaperPage'),
}));
vi.mock('../../../src/client/saved/saved-page.ts', () => ({
  startSavedPage: note('startSavedPage'),
}));
vi.mock('../../../src/client/search/open-search.ts', () => ({
  startSearchLinks: note('startSearchLinks'),
}));
vi.mock('../../../src/client/search/search-page.ts', () => ({
  startSearchPage: note('startSearchPage'),
}));
vi.mock('../../../src/portable/fetch-from-disk.ts', () => ({
  answerAsFrame: () => page.isFrame,
  fetchFromDisk: () => undefined,
}));

/** Runs the script of the portable edition. @returns the functions that it called */
async function start(isFrame: boolean): Promise<string[]> {
  page.isFrame = isFrame;
  await import('../../../src/portable/start.ts');
  return started.toSorted();
}

beforeEach(() => {
  started.length = 0;
  vi.resetModules();
  vi.stubGlobal('document', {});
  vi.stubGlobal('fetch', undefined);
  return () => vi.unstubAllGlobals();
});

/** Functions that only a served site calls. */
const ofWebOnly = new Set(['startOffline', 'redirectArxivPath']);

/** The functions that the scripts of layouts and components call. `.astro` files are read as text, not run. */
function listOfSite(): string[] {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' });
  const scripts = files
    .filter((path) => path.endsWith('.astro'))
    .flatMap((path) => [
      ...readFileSync(`src/${path}`, 'utf8').matchAll(/<script>(.*?)<\/script>/gs),
    ]);
  const calls = scripts.flatMap(([, script = '']) => [...script.matchAll(/^\s*(\w+)\(.*\);$/gm)]);
  return [...new Set(calls.map(([, name = '']) => name))].filter((name) => !ofWebOnly.has(name));
}

it('calls what the pages of the site call, each function once', async () => {
  expect(listOfSite().length).toBeGreaterThan(8);
  expect(await start(false)).toEqual(listOfSite().sort());
});

it('calls nothing in a frame, which is only read', async () => {
  expect(await start(true)).toEqual([]);
});

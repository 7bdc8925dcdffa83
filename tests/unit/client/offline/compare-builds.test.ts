import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { compareBuilds } from '../../../../src/client/offline/compare-builds.ts';
import { showNewPapers } from '../../../../src/client/offline/new-papers-line.ts';
import { openOwnStore } from '../../../../src/client/offline/own-store.ts';
import { readBuild } from '../../../../src/client/offline/read-build.ts';
import { fakeBrowser } from './fake-browser.ts';

vi.mock(import('../../../../src/client/offline/new-papers-line.ts'), () => ({
  showNewPapers: vi.fn(),
}));

beforeEach(() => {
  fakeBrowser();
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.mocked(showNewPapers).mockClear();
});

/** A page whose service worker says that it belongs to a build. */
function belongTo(build: string | undefined): void {
  const controller = {
    postMessage: (_: unknown, [port]: MessagePort[]) => port?.postMessage(build ?? null),
  };
  vi.stubGlobal('navigator', { ...navigator, serviceWorker: { controller } });
}

test.each([
  ['is shown where a newer build is kept', '1a', ['1a', '2b'], 1],
  ['is not shown on a page of the newest', '2b', ['1a', '2b'], 0],
  ['is not shown where nothing is kept', '1a', [], 0],
  ['is not shown on a page of which no build is known', undefined, ['2b'], 0],
])('the line %s', async (_, own, kept, times) => {
  belongTo(own);
  await openOwnStore().changeBuilds(() => kept.map((build) => ({ build, isWhole: false })));
  await compareBuilds();
  expect(showNewPapers).toHaveBeenCalledTimes(times);
});

test('a page without a service worker belongs to no build, nor does one whose worker is silent', async () => {
  vi.stubGlobal('navigator', { serviceWorker: {} });
  expect(await readBuild()).toBeUndefined();
  vi.stubGlobal('navigator', { serviceWorker: { controller: { postMessage: () => undefined } } });
  expect(await readBuild()).toBeUndefined();
});

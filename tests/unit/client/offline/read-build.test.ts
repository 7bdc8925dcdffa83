import { afterEach, expect, test, vi } from 'vitest';
import { readBuild } from '../../../../src/client/offline/read-build.ts';
import { belongTo } from './fake-browser.ts';

afterEach(() => vi.unstubAllGlobals());

test('a page has the build that its service worker names', async () => {
  belongTo('1a');
  expect(await readBuild()).toBe('1a');
  belongTo(undefined);
  expect(await readBuild()).toBeUndefined();
});

test('a page has no build without a service worker, or if the worker does not answer', async () => {
  vi.stubGlobal('navigator', { serviceWorker: {} });
  expect(await readBuild()).toBeUndefined();
  vi.stubGlobal('navigator', { serviceWorker: { controller: { postMessage: () => undefined } } });
  expect(await readBuild()).toBeUndefined();
});

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { makeBindings } from '../../../../src/client/offline/bindings.ts';
import { openStore } from '../../../../src/client/offline/offline-store.ts';
import { base, type FakeBrowser, fakeBrowser } from './fake-browser.ts';

let browser: FakeBrowser;
beforeEach(() => {
  browser = fakeBrowser();
});
afterEach(() => vi.unstubAllGlobals());

test('a page belongs to its build for a worker that is started again too', async () => {
  await makeBindings(openStore(base)).write('page', '1a');
  const restarted = makeBindings(openStore(base));
  expect(await restarted.read('page')).toBe('1a');
  expect(await restarted.read('another')).toBeUndefined();
});

test('where there is no room, it belongs to its build as long as the worker runs', async () => {
  browser.hasRoom = false;
  const bindings = makeBindings(openStore(base));
  await bindings.write('page', '1a');
  expect(await bindings.read('page')).toBe('1a');
  expect(await makeBindings(openStore(base)).read('page')).toBeUndefined();
});

test('a request without a page belongs to nothing', async () => {
  const bindings = makeBindings(openStore(base));
  await bindings.write('', '1a');
  expect(await bindings.read('')).toBeUndefined();
});

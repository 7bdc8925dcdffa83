import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { compareBuilds } from '../../../../src/client/offline/notices.ts';
import { offerReload } from '../../../../src/client/offline/offer-reload.ts';
import { OfflineStore } from '../../../../src/client/offline/offline-store.ts';
import { base, belongTo, fakeBrowser } from './fake-browser.ts';

vi.mock(import('../../../../src/client/offline/offer-reload.ts'), () => ({ offerReload: vi.fn() }));

beforeEach(() => {
  fakeBrowser();
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.mocked(offerReload).mockClear();
});

test.each([
  ['offered if a newer build is stored', '1a', ['1a', '2b'], 1],
  ['not offered on a page of the newest build', '2b', ['1a', '2b'], 0],
  ['not offered if nothing is stored', '1a', [], 0],
  ['not offered on a page whose build is not known', undefined, ['2b'], 0],
])('a reload is %s', async (_, own, stored, times) => {
  belongTo(own);
  const builds = stored.map((build) => ({ build, isWhole: false }));
  await new OfflineStore(base).changeBuilds(() => builds);
  await compareBuilds();
  expect(offerReload).toHaveBeenCalledTimes(times);
});

import { afterEach, expect, test, vi } from 'vitest';
import { readPointer } from '../../../../src/client/offline/read-pointer.ts';
import { pointerPath } from '../../../../src/packs/manifest.ts';
import { base, fakeBrowser } from './fake-browser.ts';

afterEach(() => vi.unstubAllGlobals());

test.each<[string, () => Response | Promise<Response>, string | undefined]>([
  ['named by the pointer', () => Response.json({ build: '0a1b' }), '0a1b'],
  ['unknown if a page is in its place', () => new Response('<html>'), undefined],
  ['unknown if it has another form', () => Response.json({ build: 5 }), undefined],
  ['unknown if it is no name of a build', () => Response.json({ build: 'a b' }), undefined],
  ['unknown if it is null', () => Response.json(null), undefined],
  ['unknown if it is missing', () => Response.json({ build: '0a1b' }, { status: 404 }), undefined],
  ['unknown without a network', () => Promise.reject(new TypeError('no')), undefined],
  ['unknown without an answer within a second', () => new Promise(() => undefined), undefined],
])('the current build is %s', async (_, answer, build) => {
  fakeBrowser().site.set(pointerPath, answer);
  expect(await readPointer(base)).toBe(build);
});

import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest';
import { makeReader, type Reader } from './reader.ts';

let reader: Reader;

beforeAll(async () => {
  reader = await makeReader();
});
afterEach(() => reader.expectNoFault());
afterAll(() => reader.close());

/** Slow 4G as Lighthouse has it: bytes a second, and milliseconds there and back. */
const slow = {
  offline: false,
  downloadThroughput: 200_000,
  uploadThroughput: 96_000,
  latency: 150,
};

interface Shift extends PerformanceEntry {
  value: number;
  hadRecentInput: boolean;
}

const paths = [
  '',
  'days/2025-03-14/',
  'weeks/2025-W11/',
  'months/2025-03/',
  'papers/on-the-provable-advantage-of-unsupervised-pretraining/',
  'search/',
  'search/?q=diffusion',
  'about/',
];

test.each(paths.flatMap((path) => [360, 1440].map((width): [string, number] => [path, width])))(
  'nothing on /%s moves at %i px, on a slow line and from the cache',
  async (path, width) => {
    const context = await reader.browser.newContext({ viewport: { width, height: 780 } });
    const page = await context.newPage();
    await page.addInitScript(() => {
      Object.assign(globalThis, { shifts: [] });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as Shift[])
          (globalThis as unknown as { shifts: number[] }).shifts.push(entry.value);
      }).observe({ type: 'layout-shift', buffered: true });
    });
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', slow);
    const readShifts = async (): Promise<number[]> => {
      await page.evaluate(() => document.fonts.ready);
      await page.waitForTimeout(300);
      return page.evaluate(() => (globalThis as unknown as { shifts: number[] }).shifts);
    };
    await page.goto(inject('rootUrl') + path, { waitUntil: 'networkidle' });
    expect(await readShifts()).toEqual([]);
    await page.goto(inject('rootUrl') + path, { waitUntil: 'networkidle' });
    expect(await readShifts()).toEqual([]);
    // The browser has the font by now, and the page is set in it.
    expect(await page.evaluate(() => document.documentElement.dataset.font)).toBeUndefined();
    await context.close();
  },
);

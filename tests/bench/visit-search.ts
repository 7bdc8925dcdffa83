import type { Browser, Page } from 'playwright-core';
import type { CompressedSite } from './serve-compressed.ts';

/** Slow 4G: 1.6 Mbit/s, 150 ms. */
const line = {
  offline: false,
  latency: 150,
  downloadThroughput: 200_000,
  uploadThroughput: 94_000,
};

/** One visit with an empty cache. */
export interface Visit {
  /** From navigation until the first right title is visible, in ms. */
  firstMs: number;
  /** From navigation until the whole answer is there, in ms. */
  wholeMs: number;
  /** What came over the line until then. */
  kilobytes: number;
  /** The next query, from its input to its first right title, in ms. */
  nextMs?: number;
  /** How many round trips that took. */
  nextTrips?: number;
}

/** Visits a page with an empty cache, and asks it something else once it has answered. */
export async function visitSearch(
  browser: Browser,
  { requests }: CompressedSite,
  url: URL,
  query: string,
  nextQuery?: string,
): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 412, height: 823 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.emulateNetworkConditions', line);
  const before = requests.length;
  try {
    await page.goto(url.href, { waitUntil: 'commit' });
    const firstMs = await titleTime(page, query);
    const whole = await page.waitForFunction(
      () =>
        /^\d+ papers?$/.test(document.querySelector('[data-status]')?.textContent ?? '') &&
        performance.now(),
    );
    const wholeMs = Number(await whole.jsonValue());
    const kilobytes = requests.slice(before).reduce((sum, { bytes }) => sum + bytes / 1000, 0);
    if (nextQuery === undefined) return { firstMs, wholeMs, kilobytes };
    await page.waitForLoadState('networkidle');
    const asked = requests.length;
    const start = await page.evaluate(() => performance.now());
    await page.getByRole('searchbox').fill(nextQuery);
    const nextMs = (await titleTime(page, nextQuery)) - start;
    const nextTrips = countTrips(requests.slice(asked));
    return { firstMs, wholeMs, kilobytes, nextMs, nextTrips };
  } finally {
    await context.close();
  }
}

/** When the title listed first has the query in it, since navigation, in ms. */
async function titleTime(page: Page, query: string): Promise<number> {
  const handle = await page.waitForFunction((word) => {
    const link = document.querySelector<HTMLElement>('[data-results] a');
    const isThere = link && link.offsetHeight > 0;
    return isThere && link.textContent?.toLowerCase().includes(word) && performance.now();
  }, query.toLowerCase());
  return Number(await handle.jsonValue());
}

/** How many times requests had to wait for others: those that wait begin a latency later at least. */
function countTrips(requests: CompressedSite['requests']): number {
  let trips = 0;
  let begun = Number.NEGATIVE_INFINITY;
  for (const { beginMs } of requests) {
    if (beginMs < begun + line.latency) continue;
    trips++;
    begun = beginMs;
  }
  return trips;
}

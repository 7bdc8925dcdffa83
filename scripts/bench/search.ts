import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { siteFolder } from '../build-site.ts';
import { exitOnFault, UsageError } from '../exit-on-fault.ts';
import { openBrowser } from '../open-browser.ts';
import { serveCompressed } from './serve-compressed.ts';

const usage = `npm run bench:search -- [--runs 5] [--query diffusion] [--next bandit]
  the time to the first result on a slow line, beside Pagefind's own chain; DAYLEAF_OUT names the site,
  which is built for a domain's root`;

/** Slow 4G: 1.6 Mbit/s, 150 ms. */
const line = {
  offline: false,
  latency: 150,
  downloadThroughput: 200_000,
  uploadThroughput: 94_000,
};

/** One visit with an empty cache. */
interface Visit {
  /** From navigation until the first right title is visible, in ms. */
  firstMs: number;
  /** From navigation until the whole answer is there, in ms. */
  wholeMs: number;
  /** What came over the line until then. */
  kilobytes: number;
  /** The next query, from its input to its first right title, in ms. */
  nextMs?: number;
  /** How many requests of it had to wait for another. */
  nextTrips?: number;
}

/** What Pagefind's documentation shows: import, init, search, data(). */
const stockPage = (query: string): string => `<!doctype html><html lang="en"><title>stock</title>
<ol data-results></ol><p data-status></p><script type="module">
const pagefind = await import('/pagefind/pagefind.js');
await pagefind.init();
const { results } = await pagefind.search(${JSON.stringify(query)});
const show = async (result) => {
  const { url, meta } = await result.data();
  const link = document.createElement('a');
  link.href = url;
  link.textContent = meta.title;
  document.querySelector('ol').append(link);
};
await show(results[0]);
await Promise.all(results.slice(1, 10).map(show));
document.querySelector('p').textContent = results.length + ' papers';
</script></html>`;

await exitOnFault(async () => {
  const { values } = parseArgs({
    options: {
      runs: { type: 'string', default: '5' },
      query: { type: 'string', default: 'diffusion' },
      next: { type: 'string', default: 'bandit' },
    },
  });
  const runs = Number(values.runs);
  const folder = siteFolder();
  if (!(runs > 0)) throw new UsageError(usage);
  if (!existsSync(join(folder, 'pagefind')))
    throw new UsageError(`There is no site in ${folder} yet: npm run build makes it.\n\n${usage}`);
  const server = await serveCompressed(folder, { '/stock.html': stockPage(values.query) });
  const browser = await openBrowser();
  const visits: Record<'stock' | 'dayleaf', Visit[]> = { stock: [], dayleaf: [] };
  try {
    const search = new URL(`search/?q=${encodeURIComponent(values.query)}`, server.url);
    // By turns, so that whatever else the machine does meets both.
    for (let run = 0; run < runs; run++) {
      visits.stock.push(await visit(browser, new URL('stock.html', server.url), values.query));
      visits.dayleaf.push(await visit(browser, search, values.query, values.next));
    }
  } finally {
    await browser.close();
    await server.stop();
  }
  const stock = medians(visits.stock);
  const dayleaf = medians(visits.dayleaf);
  console.log(`Medians of ${runs} visits, 1.6 Mbit/s and 150 ms, nothing cached:`);
  console.table({ 'Pagefind’s own chain': stock, 'the search page': dayleaf });
  const ratio = (dayleaf.firstMs / stock.firstMs).toFixed(2);
  console.log(`The first title comes in ${ratio} of the time of Pagefind's own chain.`);
});

/** Visits a page with an empty cache, and asks it something else once it has answered. */
async function visit(
  browser: Browser,
  url: URL,
  query: string,
  nextQuery?: string,
): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 412, height: 823 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', line);
  let bytes = 0;
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  try {
    await page.goto(url.href, { waitUntil: 'commit' });
    const firstMs = await titleTime(page, query);
    const whole = await page.waitForFunction(
      () =>
        /^\d+ papers?$/.test(document.querySelector('[data-status]')?.textContent ?? '') &&
        performance.now(),
    );
    const wholeMs = Number(await whole.jsonValue());
    const kilobytes = bytes / 1000;
    const next = nextQuery === undefined ? {} : await askNext(page, session, nextQuery);
    return { firstMs, wholeMs, kilobytes, ...next };
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

async function askNext(
  page: Page,
  session: CDPSession,
  query: string,
): Promise<Pick<Visit, 'nextMs' | 'nextTrips'>> {
  const begun: number[] = [];
  const ended: number[] = [];
  session.on('Network.requestWillBeSent', ({ timestamp }) => begun.push(timestamp));
  session.on('Network.loadingFinished', ({ timestamp }) => ended.push(timestamp));
  const start = await page.evaluate(() => performance.now());
  await page.getByRole('searchbox').fill(query);
  const nextMs = (await titleTime(page, query)) - start;
  await page.waitForLoadState('networkidle');
  return { nextMs, nextTrips: countTrips(begun, ended) };
}

/** The longest row of requests that each began after the one before had ended. */
function countTrips(begun: readonly number[], ended: readonly number[]): number {
  let trips = 0;
  let free = Number.NEGATIVE_INFINITY;
  begun.forEach((begin) => {
    if (begin < free) return;
    trips++;
    free = Math.min(...ended.filter((end) => end > begin));
  });
  return trips;
}

function medians(visits: readonly Visit[]): Record<keyof Visit, number> {
  const median = (key: keyof Visit): number => {
    const sorted = visits.map((each) => each[key] ?? Number.NaN).sort((a, b) => a - b);
    return Math.round(sorted[sorted.length >> 1] ?? Number.NaN);
  };
  return {
    firstMs: median('firstMs'),
    wholeMs: median('wholeMs'),
    kilobytes: median('kilobytes'),
    nextMs: median('nextMs'),
    nextTrips: median('nextTrips'),
  };
}

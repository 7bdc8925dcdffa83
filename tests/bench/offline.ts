import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser } from 'playwright-core';
import { siteFolder } from '../../scripts/build-site.ts';
import { exitOnFault, UsageError } from '../../scripts/exit-on-fault.ts';
import { openBrowser } from '../../scripts/open-browser.ts';
import { manifestPath, packPath, pointerPath, readManifest } from '../../src/packs/manifest.ts';
import { type CompressedSite, serveCompressed } from './serve-compressed.ts';

const usage = `npm run bench:offline -- [--runs 5]
  what keeping everything offline costs on loopback, beside fetching the same packs and throwing them away;
  DAYLEAF_OUT names the site, which is built for a domain's root`;

/** A page that has nothing to do with the site: no worker answers for it. */
const blank = '<!doctype html><html lang="en"><title>blank</title>';

/** One run of keeping everything. */
interface Kept {
  seconds: number;
  /** Requests and bytes on the wire since the button was chosen. */
  requests: number;
  bytes: number;
  /** Requests of packs and manifests since the first visit. */
  allRequests: number;
}

await exitOnFault(async () => {
  const { values } = parseArgs({ options: { runs: { type: 'string', default: '5' } } });
  const runs = Number(values.runs);
  const folder = siteFolder();
  if (!(runs > 0)) throw new UsageError(usage);
  if (!existsSync(join(folder, pointerPath)))
    throw new UsageError(`There are no packs in ${folder}: npm run build makes them.\n\n${usage}`);
  const { build } = JSON.parse(await readFile(join(folder, pointerPath), 'utf8'));
  const manifest = readManifest(await readFile(join(folder, manifestPath(build)), 'utf8'));
  const packs = [...manifest.rest, manifest.tables.whole].map(({ name }) => `/${packPath(name)}`);
  const server = await serveCompressed(folder, { '/blank.html': blank });
  const browser = await openBrowser();
  const plain: number[] = [];
  const kept: Kept[] = [];
  try {
    // By turns, so that whatever else the machine does meets both; the first of each only warms up.
    for (let run = 0; run <= runs; run++) {
      const seconds = await fetchPlainly(browser, server, packs);
      const outcome = await keepEverything(browser, server);
      if (run === 0) continue;
      plain.push(seconds);
      kept.push(outcome);
    }
  } finally {
    await browser.close();
    await server.stop();
  }
  const [one] = kept;
  const ratio = median(kept.map(({ seconds }) => seconds)) / median(plain);
  console.log(
    `${one?.requests} requests, ${((one?.bytes ?? 0) / 1e6).toFixed(1)} MB; with those of the first visit ${one?.allRequests} requests`,
  );
  console.log(
    `kept in ${median(kept.map(({ seconds }) => seconds)).toFixed(2)} s, fetched only in ${median(plain).toFixed(2)} s (medians of ${runs}): ${ratio.toFixed(2)} of it`,
  );
});

/** The seconds in which a page fetches these paths, all at once. */
async function fetchPlainly(
  browser: Browser,
  { url }: CompressedSite,
  paths: string[],
): Promise<number> {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  await page.goto(new URL('blank.html', url).href);
  const seconds = await page.evaluate(async (all) => {
    const begin = performance.now();
    await Promise.all(
      all.map(async (path) => (await fetch(path, { cache: 'no-store' })).arrayBuffer()),
    );
    return (performance.now() - begin) / 1000;
  }, paths);
  await context.close();
  return seconds;
}

/** A first visit, and then the button. */
async function keepEverything(browser: Browser, server: CompressedSite): Promise<Kept> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const first = server.requests.length;
  await page.goto(new URL('about/', server.url).href);
  const main = page.getByRole('main');
  await main.getByText('The latest days are available offline').waitFor();
  const before = server.requests.length;
  // Timed in the page: the way from here to there and back is not part of it.
  const seconds = await page.evaluate(async () => {
    const begin = performance.now();
    document.querySelector<HTMLElement>('main [data-keep]')?.click();
    const status = document.querySelector('main [data-keep-status]');
    while (!status?.textContent?.startsWith('The whole archive is'))
      await new Promise((resolve) => setTimeout(resolve, 5));
    return (performance.now() - begin) / 1000;
  });
  const since = server.requests.slice(before);
  await context.close();
  return {
    seconds,
    requests: since.length,
    bytes: since.reduce((sum, { bytes }) => sum + bytes, 0),
    allRequests: server.requests
      .slice(first)
      .filter(({ path }) => path.startsWith('/offline/') || path === '/sw.js').length,
  };
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { siteFolder } from '../../scripts/build-site.ts';
import { exitOnFault, UsageError } from '../../scripts/exit-on-fault.ts';
import { openBrowser } from '../../scripts/open-browser.ts';
import { serveCompressed } from './serve-compressed.ts';
import { type Visit, visitSearch } from './visit-search.ts';

const usage = `npm run bench:search -- [--runs 5] [--query diffusion] [--next bandit]
  the time to the first result on a slow line, beside Pagefind's own chain; DAYLEAF_OUT names the site,
  which is built for a domain's root`;

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
      visits.stock.push(
        await visitSearch(browser, server, new URL('stock.html', server.url), values.query),
      );
      visits.dayleaf.push(await visitSearch(browser, server, search, values.query, values.next));
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

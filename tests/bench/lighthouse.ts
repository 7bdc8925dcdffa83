import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { siteFolder } from '../../scripts/build-site.ts';
import { exitOnFault, UsageError } from '../../scripts/exit-on-fault.ts';
import { type Audit, auditPage, type Category, launchForAudits } from './audit-page.ts';
import { pickPages } from './pick-pages.ts';
import { serveCompressed } from './serve-compressed.ts';

const usage = `npm run bench:lighthouse -- [--runs 5] [PATH…]
  Lighthouse's scores of home, a day, a paper and the search, or of the pages named; DAYLEAF_OUT names
  the site, which is built for a domain's root`;

const categories: readonly Category[] = ['performance', 'accessibility', 'best-practices', 'seo'];

/**
 * `npm run bench:lighthouse`: medians of Lighthouse's runs on a phone, from a server that compresses.
 * Performance is a figure of this machine too: while it does other things, it says little.
 */
await exitOnFault(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { runs: { type: 'string', default: '5' } },
  });
  const runs = Number(values.runs);
  const folder = siteFolder();
  if (!(runs > 0)) throw new UsageError(usage);
  if (!existsSync(join(folder, 'index.html')))
    throw new UsageError(`There is no site in ${folder} yet: npm run build makes it.\n\n${usage}`);
  const paths = positionals.length > 0 ? positionals : Object.values(await pickPages(folder));
  const server = await serveCompressed(folder);
  const rows: Record<string, Record<string, number>> = {};
  const faults = new Set<string>();
  try {
    for (const path of paths) {
      const audits: Audit[] = [];
      for (let run = 0; run < runs; run++) {
        // A browser of its own: nothing of the last run is cached or still at work.
        const chrome = await launchForAudits();
        try {
          audits.push(await auditPage(chrome, new URL(path, server.url).href, categories));
        } finally {
          chrome.kill();
        }
      }
      rows[`/${path}`] = {
        ...medians(audits.map(({ scores }) => scores)),
        ...medians(audits.map((audit) => audit.metrics)),
      };
      for (const fault of audits.flatMap((audit) => audit.faults)) faults.add(`/${path} ${fault}`);
    }
  } finally {
    await server.stop();
  }
  console.log(`Medians of ${runs} runs; times in ms:`);
  console.table(rows);
  for (const fault of faults) console.log(fault.slice(0, 400));
});

function medians(each: readonly Record<string, number>[]): Record<string, number> {
  const names = Object.keys(each[0] ?? {});
  return Object.fromEntries(
    names.map((name) => {
      const sorted = each.map((values) => values[name] ?? Number.NaN).sort((a, b) => a - b);
      const median = sorted[sorted.length >> 1] ?? Number.NaN;
      return [name, median < 1 ? median : Math.round(median)];
    }),
  );
}

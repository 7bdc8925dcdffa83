import { existsSync } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { exitOnFault, UsageError } from '../../scripts/exit-on-fault.ts';
import { readSoundArchive } from '../../scripts/register-seeds.ts';
import { makeCaptures, readEntries, writeCaptures } from './make-captures.ts';
import { measureBuilds } from './measure-builds.ts';
import type { Measurement } from './measure-command.ts';
import type { Output } from './measure-output.ts';
import { tabulateRuns } from './tabulate-runs.ts';
import { installYardstick, measureYardstick, writeYardstickPapers } from './yardstick.ts';

const usage = `npm run bench -- --from FILE.jsonl.gz | --seeds DIR [--sizes 300,1000,all] [--runs 1]
    [--yardstick DIR] [--work DIR] [--keep]
  times builds of so many entries of FILE, whose lines are {"date","title","abstract"}, or of a folder of
  seeds: cold, unchanged, and with one day added.
  --yardstick  a folder with an eleventy.config.mjs: what is built beside, from restored text
  --work       where a folder to work in is made, in place of the system's for what is temporary: on the
               disk of the checkout
  --keep       leaves that folder`;

/** `npm run bench`: medians of what builds and the yardstick take, by turns, in seconds and memory. */
await exitOnFault(async () => {
  const { values } = parseArgs({
    options: {
      from: { type: 'string' },
      seeds: { type: 'string' },
      sizes: { type: 'string', default: '300,1000,all' },
      runs: { type: 'string', default: '1' },
      yardstick: { type: 'string' },
      work: { type: 'string', default: tmpdir() },
      keep: { type: 'boolean', default: false },
    },
  });
  const { from, seeds, yardstick } = values;
  const runs = Number(values.runs);
  const sizes = values.sizes
    .split(',')
    .map((size) => (size === 'all' ? Number.POSITIVE_INFINITY : Number(size)));
  const isKnown = Boolean(from) !== Boolean(seeds) && runs > 0 && sizes.every((size) => size > 0);
  if (!isKnown) throw new UsageError(usage);
  const config = yardstick && join(yardstick, 'eleventy.config.mjs');
  for (const path of [from, seeds, config, values.work])
    if (path && !existsSync(path)) throw new UsageError(`There is no ${path}.\n\n${usage}`);
  if ((await stat(values.work)).dev !== (await stat('.')).dev)
    throw new UsageError(`${values.work} is not on the disk of the checkout.\n\n${usage}`);

  const work = await mkdtemp(join(resolve(values.work), 'dayleaf-bench-'));
  try {
    if (yardstick) await installYardstick(yardstick, join(work, 'yardstick'));
    const sources = from ? await makeSources(from, sizes, work) : [resolve(seeds ?? '')];
    for (const source of sources) await measureSource(source, runs, work, Boolean(yardstick));
  } finally {
    if (values.keep) console.log(`Left in ${work}`);
    else await rm(work, { recursive: true, force: true });
  }
});

/** Folders of seeds, of so many entries each. */
async function makeSources(
  from: string,
  sizes: readonly number[],
  work: string,
): Promise<string[]> {
  const entries = await readEntries(from);
  const sources: string[] = [];
  for (const size of sizes) {
    const source = join(work, `seeds-${size}`);
    await writeCaptures(source, makeCaptures(entries.slice(0, size)));
    sources.push(source);
  }
  return sources;
}

/** Measures all builds of a folder of seeds, and prints their table. */
async function measureSource(
  source: string,
  runs: number,
  work: string,
  hasYardstick: boolean,
): Promise<void> {
  const { archive } = await readSoundArchive(source);
  const newest = archive.captures.toSorted((a, b) => a.day.localeCompare(b.day)).at(-1)?.name;
  if (!newest || archive.captures.length < 2)
    throw new UsageError(`${source} needs two captures: one is built before the other is added.`);
  const { papers, days } = archive;
  console.log(`${papers.length} papers on ${days.length} days, medians of ${runs}:`);
  if (hasYardstick) await writeYardstickPapers(archive, join(work, 'yardstick'));
  const measured: Record<string, Measurement>[] = [];
  for (let run = 0; run < runs; run++) {
    const folder = join(work, `builds-${papers.length}-${run}`);
    const { builds, output, updateBytes } = await measureBuilds(source, newest, folder);
    if (run === 0) describeOutput(output, updateBytes, papers.length);
    const beside = hasYardstick && { yardstick: await measureYardstick(join(work, 'yardstick')) };
    measured.push({ ...builds, ...beside });
  }
  console.table(tabulateRuns(measured, 'yardstick'));
}

/** Prints the size of a site. */
function describeOutput(
  { files, bytes, largest, packs }: Output,
  updateBytes: number,
  papers: number,
): void {
  const mega = (count: number): string => `${(count / 1e6).toFixed(2)} MB`;
  const whole = [...packs.values()].reduce((sum, size) => sum + size, 0);
  console.log(
    `  ${(files / papers).toFixed(2)} files and ${(bytes / papers / 1e3).toFixed(1)} KB a paper`,
  );
  console.log(`  largest file: ${largest.path}, ${mega(largest.bytes)}`);
  console.log(
    `  offline: ${mega(whole)} in ${packs.size} packs, of which a day changes ${mega(updateBytes)}`,
  );
}

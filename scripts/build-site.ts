import { resolve } from 'node:path';
import { build } from 'astro';
import { seedsFolder } from '../src/store/locations.ts';
import { describeNotes, registerSeeds } from './register-seeds.ts';
import { healSwap, nextFolder, swapIn } from './swap-folder.ts';

/** The folder that the site is built into; `DAYLEAF_OUT` names another, for tests. */
export function siteFolder(): string {
  return resolve(process.env.DAYLEAF_OUT ?? 'dist');
}

/**
 * Builds the site from the seeds: beside the last one, and swapped in when it is whole. A failed build
 * leaves the last site as it was.
 * @throws {CaptureError} when a seed or the ledger is at fault
 */
export async function buildSite(): Promise<void> {
  const begin = performance.now();
  const folder = siteFolder();
  await healSwap(folder);
  const registration = await registerSeeds(seedsFolder(), {
    isReadOnly: process.env.CI === 'true',
  });
  for (const note of describeNotes(registration)) console.log(note);
  if (registration.isChanged)
    console.log('seeds/ledger.json has new entries: keep it under version control.');
  if (!process.env.SITE_URL) {
    console.log(
      'note: SITE_URL is not set: absolute addresses are written for http://localhost:4321/.',
    );
  }

  await build({ outDir: nextFolder(folder), logLevel: 'warn' });
  await swapIn(folder);
  const { papers, days, captures } = registration.archive;
  const seconds = ((performance.now() - begin) / 1000).toFixed(1);
  console.log(
    `Built ${papers.length} papers of ${captures.length} captures on ${days.length} days in ${seconds} s.`,
  );
}

import { resolve } from 'node:path';
import { build } from 'astro';
import { count } from '../src/capture/problem.ts';
import { readSiteUrl } from '../src/site.ts';
import { seedsFolder } from '../src/store/locations.ts';
import { UsageError } from './exit-on-fault.ts';
import { describeNotes, registerSeeds } from './register-seeds.ts';
import { healSwap, nextFolder, swapIn } from './swap-folder.ts';
import { warnOfResidue } from './warn-of-residue.ts';

/** The folder that the site is built into; `DAYLEAF_OUT` names another, for tests. */
export function siteFolder(): string {
  return resolve(process.env.DAYLEAF_OUT ?? 'dist');
}

/**
 * Builds the site from the seeds: beside the last one, and swapped in when it is whole. A failed build
 * leaves the last site as it was.
 * @throws {CaptureError} when a seed or the ledger is at fault
 * @throws {UsageError} when `SITE_URL` is no address
 */
export async function buildSite(): Promise<void> {
  const begin = performance.now();
  const folder = siteFolder();
  readAddress();
  await healSwap(folder);
  const registration = await registerSeeds(
    seedsFolder(),
    process.env.CI === 'true' ? knownInCi : undefined,
  );
  for (const note of describeNotes(registration)) console.log(note);
  const { captures: seeds, ledger = '' } = registration.seeds;
  for (const line of warnOfResidue(seeds.filter(({ sha256 }) => !ledger.includes(sha256)))) {
    console.log(line);
  }
  if (registration.isLedgerChanged)
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
  const what = `${count(papers.length, 'paper')} of ${count(captures.length, 'capture')}`;
  console.log(`Built ${what} on ${count(days.length, 'day')} in ${seconds} s.`);
}

const knownInCi = {
  reason: 'with CI=true a build does not write it',
  hint: 'run npm run seeds:add -- seeds/*.txt and commit seeds/ledger.json.',
};

/**
 * The address that the site is built for.
 * @throws {UsageError} when `SITE_URL` is none
 */
export function readAddress(): URL {
  try {
    return readSiteUrl();
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

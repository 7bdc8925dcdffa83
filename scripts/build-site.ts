import { relative, resolve } from 'node:path';
import { build } from 'astro';
import { count } from '../src/capture/problem.ts';
import { readSiteUrl } from '../src/site.ts';
import { cacheFolder, seedsFolder } from '../src/store/locations.ts';
import { today } from '../src/store/today.ts';
import { ensureWritable } from '../src/store/write-atomically.ts';
import { announce, astroSteps } from './build-steps.ts';
import { UsageError } from './exit-on-fault.ts';
import {
  describeNotes,
  readRegistered,
  readSoundArchive,
  type SoundArchive,
  writeLedger,
} from './register-seeds.ts';
import { checkCache, checkDerived } from './seal-cache.ts';
import { nextFolder } from './site-folder.mjs';
import { claimFolder, replaceFolder, swapIn } from './swap-folder.ts';
import { warnOfResidue } from './warn-of-residue.ts';

/** The folder that the site is built into; `DAYLEAF_OUT` names another, for tests. */
export function siteFolder(): string {
  return resolve(process.env.DAYLEAF_OUT ?? 'dist');
}

/**
 * Builds the site from the seeds: beside the last one, and swapped in when it is whole. A build that
 * fails or is killed leaves the last site and the ledger as they were, or as they are to be: the ledger
 * is written last, and before anybody can see an address that it must keep.
 * @throws {CaptureError} when a seed or the ledger is at fault
 * @throws {UsageError} when `SITE_URL` is no address, or another build is at work
 */
export async function buildSite(): Promise<void> {
  const begin = performance.now();
  const folder = siteFolder();
  readAddress();
  // The day on which a build began is its day: midnight must not come between its steps.
  process.env.DAYLEAF_TODAY = today();
  const replace = () => replaceFolder(folder, () => makeSite(folder, begin));
  // What is built elsewhere is made in .astro first, whatever its folder: Astro has it so.
  const isElsewhere = relative(process.cwd(), folder).startsWith('..');
  const workshop = resolve('.astro');
  await claimFolder(folder, isElsewhere ? () => claimFolder(workshop, replace) : replace);
}

async function makeSite(folder: string, begin: number): Promise<void> {
  announce('read');
  const sound = await readSeedsFolder();
  tellKeeper(sound);
  await checkCache(cacheFolder());
  await checkDerived();
  await build({ outDir: nextFolder(folder), logLevel: 'warn', integrations: [astroSteps()] });
  if (sound.isLedgerChanged) {
    announce('enter');
    await writeLedger(seedsFolder(), sound);
    console.log('seeds/ledger.json has new entries: keep it under version control.');
  }
  announce('swap');
  await swapIn(folder);
  const { papers, days, captures } = sound.archive;
  const seconds = ((performance.now() - begin) / 1000).toFixed(1);
  const what = `${count(papers.length, 'paper')} of ${count(captures.length, 'capture')}`;
  console.log(`Built ${what} on ${count(days.length, 'day')} in ${seconds} s.`);
}

/** What the site is made of; a ledger that will have to be written and cannot be is found out first. */
async function readSeedsFolder(): Promise<SoundArchive> {
  if (process.env.CI === 'true') return await readRegistered(seedsFolder(), knownInCi);
  const sound = await readSoundArchive(seedsFolder());
  if (sound.isLedgerChanged) await ensureWritable(seedsFolder());
  return sound;
}

const knownInCi = {
  reason: 'with CI=true a build does not write it',
  hint: 'run npm run seeds:add -- seeds/*.txt and commit seeds/ledger.json.',
};

function tellKeeper(sound: SoundArchive): void {
  for (const note of describeNotes(sound)) console.log(note);
  const { captures, ledger = '' } = sound.seeds;
  const unknown = captures.filter(({ sha256 }) => !ledger.includes(sha256));
  for (const line of warnOfResidue(unknown)) console.log(line);
  if (!process.env.SITE_URL) {
    console.log(
      'note: SITE_URL is not set: absolute addresses are written for http://localhost:4321/.',
    );
  }
}

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

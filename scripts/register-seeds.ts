import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BuildOptions } from '../src/archive/date-captures.ts';
import type { NearDuplicate } from '../src/archive/find-near-duplicates.ts';
import { serialiseLedger } from '../src/archive/ledger.ts';
import { CaptureError, WHOLE_FILE } from '../src/capture/problem.ts';
import { ledgerName, seedLabel } from '../src/capture/seed-name.ts';
import { type CheckedArchive, checkSeeds } from '../src/corrections/check-seeds.ts';
import { explainRefusal } from '../src/render/explain-refusal.ts';
import { readSeeds, type Seeds } from '../src/store/read-seeds.ts';
import { today } from '../src/store/today.ts';
import { writeAtomically } from '../src/store/write-atomically.ts';
import { skipFaulty } from './skip-faulty.ts';

/** The archive of a seeds folder without faults, with the maintainer's corrections. */
export interface SoundArchive extends CheckedArchive {
  seeds: Seeds;
}

/**
 * Reads a seeds folder; writes nothing.
 * @throws {CaptureError} with every fault of every file
 */
export async function readSoundArchive(folder: string): Promise<SoundArchive> {
  return checkRead(await readSeeds(folder));
}

/** Whether the command runs in continuous integration, where notes are not read. */
export const isUnattended = (): boolean => process.env.CI === 'true';

/**
 * Makes an archive of seeds that were read; writes nothing. In a scheduled run, seeds with faults are reported and
 * skipped.
 * @param options years given by the maintainer, text samples of earlier builds, and whether new captures are
 *   accepted without a check that they look like pages of papers
 * @throws {CaptureError} with every fault of every file
 */
export function checkRead(
  seeds: Seeds,
  options: Pick<BuildOptions, 'years' | 'readSamples'> & { isPlausible?: boolean } = {},
): SoundArchive {
  const dated = { today: today(), isUnattended: isUnattended() };
  try {
    return { ...checkSeeds(seeds, { ...options, ...dated, explainRefusal }), seeds };
  } catch (error) {
    return checkRead(skipFaulty(seeds, error), options);
  }
}

/** Why a ledger must be complete, and what to do if it is not. */
export interface RegisteredReason {
  reason: string;
  hint: string;
}

/**
 * Reads a seeds folder whose ledger must be complete; writes nothing.
 * @throws {CaptureError} with every fault of every file, or because the ledger is incomplete
 */
export async function readRegistered(
  folder: string,
  reason: RegisteredReason,
): Promise<SoundArchive> {
  const sound = await readSoundArchive(folder);
  requireRegistered(sound, reason);
  return sound;
}

/** @throws {CaptureError} when the ledger of an archive is incomplete */
export function requireRegistered(sound: SoundArchive, { reason, hint }: RegisteredReason): void {
  if (!sound.isLedgerChanged) return;
  const message = `The ledger does not contain everything in seeds/ yet, and ${reason}.`;
  throw new CaptureError([{ ...wholeLedger, code: 'ledger/incomplete', message, hint }]);
}

/**
 * Writes the ledger of an archive if it has changed.
 * @throws {CaptureError} when another process has written it since it was read: its entries would be lost
 */
export async function writeLedger(folder: string, sound: SoundArchive): Promise<void> {
  if (!sound.isLedgerChanged) return;
  const path = join(folder, ledgerName);
  if ((await readText(path)) !== sound.seeds.ledger) {
    throw new CaptureError([
      {
        ...wholeLedger,
        code: 'ledger/overtaken',
        message: 'Another process changed the ledger while this command was running.',
        hint: 'run the command again.',
      },
    ]);
  }
  await writeAtomically(path, serialiseLedger(sound.ledger));
}

const wholeLedger = { file: seedLabel(ledgerName), ...WHOLE_FILE };

/** The text of a file; undefined if it does not exist. */
async function readText(path: string): Promise<string | undefined> {
  return existsSync(path) ? await readFile(path, 'utf8') : undefined;
}

const mostPairs = 5;

/** Pairs of papers that may be the same, as lines to print. */
export function describePairs(pairs: readonly NearDuplicate[]): string[] {
  if (pairs.length === 0) return [];
  const lines = [
    'note: pairs of papers that may be the same paper, with the share of words that their abstracts have in common:',
  ];
  for (const { titles, overlap } of pairs.slice(0, mostPairs)) {
    // No line begins with a title: GitHub Actions would run a command in it.
    lines.push(`  ${overlap.toFixed(2)}  ${titles.join('\n     =  ')}`);
  }
  if (pairs.length > mostPairs) lines.push(`  and ${pairs.length - mostPairs} more pairs`);
  return lines;
}

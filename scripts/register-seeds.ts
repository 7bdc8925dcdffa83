import { join } from 'node:path';
import type { BuiltArchive } from '../src/archive/build-archive.ts';
import { serialiseLedger } from '../src/archive/ledger.ts';
import { CaptureError, WHOLE_FILE } from '../src/capture/problem.ts';
import { ledgerName, seedLabel } from '../src/capture/seed-name.ts';
import { type CheckedArchive, checkSeeds } from '../src/corrections/check-seeds.ts';
import { explainRefusal } from '../src/render/explain-refusal.ts';
import { readSeeds, type Seeds } from '../src/store/read-seeds.ts';
import { today } from '../src/store/today.ts';
import { writeAtomically } from '../src/store/write-atomically.ts';

/** The archive of a seeds folder with the keeper's corrections, without a fault. */
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

/**
 * The archive of what was read; writes nothing.
 * @param years years given by the keeper, by SHA-256 of the capture
 * @throws {CaptureError} with every fault of every file
 */
export function checkRead(seeds: Seeds, years?: ReadonlyMap<string, number>): SoundArchive {
  return { ...checkSeeds(seeds, { today: today(), years, explainRefusal }), seeds };
}

/** Writes the ledger of an archive, if it is not the one that was read. */
export async function writeLedger(folder: string, sound: SoundArchive): Promise<void> {
  if (sound.isLedgerChanged)
    await writeAtomically(join(folder, ledgerName), serialiseLedger(sound.ledger));
}

/**
 * Reads a seeds folder and gives everything new in it its place in the ledger.
 * @param readOnly why the ledger must be complete already, and what to do where it is not: nothing is
 *   written then
 * @throws {CaptureError} with every fault of every file
 */
export async function registerSeeds(
  folder: string,
  readOnly?: { reason: string; hint: string },
): Promise<SoundArchive> {
  const sound = await readSoundArchive(folder);
  if (sound.isLedgerChanged && readOnly) {
    throw new CaptureError([
      {
        file: seedLabel(ledgerName),
        ...WHOLE_FILE,
        code: 'ledger/incomplete',
        message: `The ledger does not know everything in seeds/ yet, and ${readOnly.reason}.`,
        hint: readOnly.hint,
      },
    ]);
  }
  await writeLedger(folder, sound);
  return sound;
}

const mostPairs = 5;

/** What a keeper is told after reading: notes, and pairs of papers that may be one. */
export function describeNotes({ notes, uncertain }: BuiltArchive): string[] {
  const lines = notes.map((note) => `note: ${note}`);
  if (uncertain.length === 0) return lines;
  lines.push(
    'note: papers that may be one and are kept as two, with the share of words their abstracts have in common:',
  );
  for (const { titles, overlap } of uncertain.slice(0, mostPairs)) {
    lines.push(`  ${overlap.toFixed(2)}  ${titles.join('\n        ')}`);
  }
  if (uncertain.length > mostPairs) lines.push(`  and ${uncertain.length - mostPairs} more pairs`);
  return lines;
}

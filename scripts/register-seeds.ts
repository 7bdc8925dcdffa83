import { join } from 'node:path';
import { type BuiltArchive, buildArchive } from '../src/archive/build-archive.ts';
import { emptyLedger, parseLedger, serialiseLedger } from '../src/archive/ledger.ts';
import { CaptureError } from '../src/capture/problem.ts';
import { readCorrections } from '../src/corrections/check-corrections.ts';
import type { CorrectionLine } from '../src/corrections/corrections.ts';
import { explainRefusal } from '../src/render/explain-refusal.ts';
import {
  correctionsName,
  ledgerName,
  readSeeds,
  type Seeds,
  seedLabel,
} from '../src/store/read-seeds.ts';
import { writeAtomically } from '../src/store/write-atomically.ts';

/** The archive of a seeds folder with the keeper's corrections, without a fault. */
export interface SoundArchive extends BuiltArchive {
  seeds: Seeds;
  /** By the identity of their paper, in the order of the file. */
  corrections: ReadonlyMap<string, CorrectionLine[]>;
}

/** The same, and whether its ledger had to change for it. */
export interface Registration extends SoundArchive {
  isChanged: boolean;
}

/**
 * Reads a seeds folder; writes nothing.
 * @param options.years years given by the keeper, by SHA-256 of the capture
 * @throws {CaptureError} with every fault of every file
 */
export async function readSoundArchive(
  folder: string,
  options: { years?: ReadonlyMap<string, number> } = {},
): Promise<SoundArchive> {
  const seeds = await readSeeds(folder);
  const problems = [...seeds.problems];
  let before = emptyLedger;
  try {
    if (seeds.ledger !== undefined) before = parseLedger(seedLabel(ledgerName), seeds.ledger);
  } catch (error) {
    if (!(error instanceof CaptureError)) throw error;
    problems.push(...error.problems);
  }
  const today = new Date().toISOString().slice(0, 10);
  const built = buildArchive(seeds.captures, before, { today, years: options.years });
  problems.push(...built.problems);
  // Where a seed is at fault its papers are missing, and their corrections are no faults of their own.
  const sound = problems.length === 0 ? built.archive : undefined;
  const label = seedLabel(correctionsName);
  const checked = readCorrections(label, seeds.corrections, sound, explainRefusal);
  problems.push(...checked.problems);
  if (problems.length > 0) throw new CaptureError(problems);
  const notes = [...built.notes, ...checked.notes];
  return { ...built, notes, seeds, corrections: checked.byPaper };
}

/**
 * Reads a seeds folder and gives everything new in it its place in the ledger.
 * @param options.isReadOnly the ledger must be complete already: nothing is written
 * @param options.years years given by the keeper, by SHA-256 of the capture
 * @throws {CaptureError} with every fault of every file
 */
export async function registerSeeds(
  folder: string,
  options: { isReadOnly?: boolean; years?: ReadonlyMap<string, number> } = {},
): Promise<Registration> {
  const sound = await readSoundArchive(folder, options);
  const text = serialiseLedger(sound.ledger);
  const isChanged = text !== sound.seeds.ledger;
  if (isChanged && options.isReadOnly) {
    throw new CaptureError([
      {
        file: seedLabel(ledgerName),
        line: 1,
        column: 1,
        code: 'ledger/incomplete',
        message:
          'The ledger does not know everything in seeds/ yet, and CI=true: it is not written here.',
        hint: 'run npm run seeds:add -- seeds/*.txt and commit seeds/ledger.json.',
      },
    ]);
  }
  if (isChanged) await writeAtomically(join(folder, ledgerName), text);
  return { ...sound, isChanged };
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

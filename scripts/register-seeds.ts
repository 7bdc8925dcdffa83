import { join } from 'node:path';
import { type BuiltArchive, buildArchive } from '../src/archive/build-archive.ts';
import { emptyLedger, parseLedger, serialiseLedger } from '../src/archive/ledger.ts';
import { CaptureError } from '../src/capture/problem.ts';
import { ledgerName, readSeeds, seedLabel } from '../src/store/read-seeds.ts';
import { writeAtomically } from '../src/store/write-atomically.ts';

/** The archive of a seeds folder, and whether its ledger had to change for it. */
export interface Registration extends BuiltArchive {
  isChanged: boolean;
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
  const seeds = await readSeeds(folder);
  const label = seedLabel(ledgerName);
  const problems = [...seeds.problems];
  let before = emptyLedger;
  try {
    if (seeds.ledger !== undefined) before = parseLedger(label, seeds.ledger);
  } catch (error) {
    if (!(error instanceof CaptureError)) throw error;
    problems.push(...error.problems);
  }
  const today = new Date().toISOString().slice(0, 10);
  const built = buildArchive(seeds.captures, before, { today, years: options.years });
  problems.push(...built.problems);
  if (problems.length > 0) throw new CaptureError(problems);

  const text = serialiseLedger(built.ledger);
  const isChanged = text !== seeds.ledger;
  if (isChanged && options.isReadOnly) {
    throw new CaptureError([
      {
        file: label,
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
  return { ...built, isChanged };
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

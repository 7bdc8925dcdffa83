import { type BuiltArchive, buildArchive } from '../archive/build-archive.ts';
import type { BuildOptions, IdentifiedCapture } from '../archive/date-captures.ts';
import { emptyLedger, type Ledger, serialiseLedger } from '../archive/ledger.ts';
import { noteParagraphs } from '../archive/note-paragraphs.ts';
import { parseLedger } from '../archive/parse-ledger.ts';
import { lastDay } from '../archive/resolve-day.ts';
import { CaptureError, type Problem } from '../capture/problem.ts';
import { correctionsName, ledgerName, seedLabel } from '../capture/seed-name.ts';
import { readCorrections } from './check-corrections.ts';
import type { CorrectionLine, ExplainRefusal } from './corrections.ts';

/** What was read of a seeds folder. */
export interface SeedTexts {
  captures: readonly IdentifiedCapture[];
  /** The text of the ledger; undefined where there is none yet. */
  ledger: string | undefined;
  /** The text of the maintainer's corrections; undefined where there are none. */
  corrections: string | undefined;
  /** The faults that reading found. */
  problems: readonly Problem[];
}

/** The archive of a seeds folder with the maintainer's corrections, without a fault. */
export interface CheckedArchive extends BuiltArchive {
  /** By the identity of their paper, in the order of the file. */
  corrections: ReadonlyMap<string, CorrectionLine[]>;
  /** Whether the ledger that was read must be written anew; how its text is laid out does not count. */
  isLedgerChanged: boolean;
}

/**
 * Makes the archive of what lies in a seeds folder.
 * @throws {CaptureError} with every fault of every file
 */
export function checkSeeds(
  seeds: SeedTexts,
  options: BuildOptions & { explainRefusal: ExplainRefusal },
): CheckedArchive {
  const problems = [...seeds.problems];
  const before = readLedger(seeds.ledger, lastDay(options.today), problems);
  const textBefore = serialiseLedger(before);
  const built = buildArchive(seeds.captures, before, options);
  problems.push(...built.problems);
  // Where a seed is at fault its papers are missing, and their corrections are no faults of their own.
  const sound = problems.length === 0 ? built.archive : undefined;
  const label = seedLabel(correctionsName);
  const checked = readCorrections(label, seeds.corrections, sound, options.explainRefusal);
  problems.push(...checked.problems);
  if (problems.length > 0) throw new CaptureError(problems);
  return {
    ...built,
    notes: [...built.notes, ...noteParagraphs(seeds.captures.map(atItsPlace)), ...checked.notes],
    corrections: checked.byPaper,
    isLedgerChanged: seeds.ledger === undefined || serialiseLedger(built.ledger) !== textBefore,
  };
}

/** A capture under the label that it has in `seeds/`, or will have. */
const atItsPlace = (capture: IdentifiedCapture): IdentifiedCapture =>
  capture.name === undefined ? capture : { ...capture, file: seedLabel(capture.name) };

/** The ledger, or none and its faults among the others. */
function readLedger(text: string | undefined, last: string, problems: Problem[]): Ledger {
  try {
    return text === undefined ? emptyLedger : parseLedger(seedLabel(ledgerName), text, last);
  } catch (error) {
    if (!(error instanceof CaptureError)) throw error;
    problems.push(...error.problems);
    return emptyLedger;
  }
}

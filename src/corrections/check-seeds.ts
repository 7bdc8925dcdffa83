import { type BuiltArchive, buildArchive } from '../archive/build-archive.ts';
import type { BuildOptions, IdentifiedCapture } from '../archive/date-captures.ts';
import { emptyLedger, type Ledger, serialiseLedger } from '../archive/ledger.ts';
import { parseLedger } from '../archive/parse-ledger.ts';
import { lastDay } from '../archive/resolve-day.ts';
import type { Capture } from '../capture/capture.ts';
import { findImplausible } from '../capture/plausibility.ts';
import { CaptureError, firstOf, type Problem, quote } from '../capture/problem.ts';
import { correctionsName, ledgerName, metadataName, seedLabel } from '../capture/seed-name.ts';
import { parseFacts } from '../metadata/parse-facts.ts';
import { readCorrections } from './check-corrections.ts';
import type { CorrectionLine, ExplainRefusal } from './corrections.ts';

/** The contents of a seeds folder. */
export interface SeedTexts {
  captures: readonly IdentifiedCapture[];
  /** The text of the ledger; undefined if there is none yet. */
  ledger: string | undefined;
  /** The text of the maintainer's corrections; undefined if there are none. */
  corrections: string | undefined;
  /** The text of what other sources know about the papers; undefined if there is none. */
  metadata: string | undefined;
  /** The faults that reading found. */
  problems: readonly Problem[];
}

/** The archive of a seeds folder and the maintainer's corrections. */
export interface CheckedArchive extends BuiltArchive {
  /** By the identity of their paper, in the order of the file. */
  corrections: ReadonlyMap<string, CorrectionLine[]>;
  /** Whether the ledger must be written: its records changed, not only the layout of its text. */
  isLedgerChanged: boolean;
}

/**
 * Makes the archive of a seeds folder.
 * @throws {CaptureError} with every fault of every file
 */
export function checkSeeds(
  seeds: SeedTexts,
  options: BuildOptions & {
    explainRefusal: ExplainRefusal;
    /** Whether new captures are accepted even if they do not look like pages of papers. */
    isPlausible?: boolean;
  },
): CheckedArchive {
  const problems = [...seeds.problems];
  const before = readLedger(seeds.ledger, lastDay(options.today), problems);
  const textBefore = serialiseLedger(before);
  if (!options.isPlausible) {
    // What was accepted once stays accepted.
    const known = new Set(before.captures.map(({ sha256 }) => sha256));
    const added = seeds.captures.filter(({ sha256 }) => !known.has(sha256));
    problems.push(...added.flatMap(findImplausible));
  }
  const facts = parseFacts(seedLabel(metadataName), seeds.metadata ?? '');
  problems.push(...facts.problems);
  const built = buildArchive(seeds.captures, before, {
    ...options,
    facts: Map.groupBy(facts.facts, ({ paper }) => paper),
  });
  problems.push(...built.problems);
  // If a seed has faults, its papers are missing: their corrections are not reported as faults, too.
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

/** A capture with the label that it has, or will have, in `seeds/`. */
const atItsPlace = (capture: IdentifiedCapture): IdentifiedCapture =>
  capture.name === undefined ? capture : { ...capture, file: seedLabel(capture.name) };

/** The ledger; an empty one if it has faults, which are added to the problems. */
function readLedger(text: string | undefined, last: string, problems: Problem[]): Ledger {
  try {
    return text === undefined ? emptyLedger : parseLedger(seedLabel(ledgerName), text, last);
  } catch (error) {
    if (!(error instanceof CaptureError)) throw error;
    problems.push(...error.problems);
    return emptyLedger;
  }
}

/** How many abstracts are named. */
const mostNamed = 5;

/**
 * Sentences about abstracts of several paragraphs. If a title was not copied, the abstract under it looks exactly
 * like a further paragraph of the one above: only a person can decide.
 */
export function noteParagraphs(captures: readonly Pick<Capture, 'file' | 'entries'>[]): string[] {
  const notes = captures.flatMap(({ file, entries }) =>
    entries.flatMap(({ title, abstract, line }) => {
      const paragraphs = abstract.split('\n\n').length;
      const what = `the abstract of ${quote(title)} has ${paragraphs} paragraphs`;
      return paragraphs === 1 ? [] : [`${file}:${line}: ${what}: is a title missing?`];
    }),
  );
  return firstOf(notes, 'more abstracts of several paragraphs.', mostNamed);
}

import type { Capture, CaptureDate, CaptureEntry } from './capture.ts';
import { findDateProblems } from './date-problems.ts';
import { findEntryProblems } from './entry-problems.ts';
import { normaliseSeed } from './normalise-seed.ts';
import { pairBlocks } from './pair-blocks.ts';
import { dateFromFileName, type NameDate } from './parse-date.ts';
import { findImplausible, mostOdd } from './plausibility.ts';
import { CaptureError, problemOfFile } from './problem.ts';
import type { PairedUnit } from './reading.ts';
import { type Line, splitBlocks, splitLines } from './split-blocks.ts';
import { type CaptureParts, splitHeader } from './split-header.ts';

/**
 * Parses the text of a seed.
 *
 * @param file the file's name for people, e.g. `seeds/2025-03-11.txt`; an ISO date at its start
 *   replaces a date line
 * @param text as decoded; it is normalised here
 * @throws {CaptureError} `file/empty`, `file/not-a-capture`, `date/*` and `entry/*`, all of the text's problems
 *   together
 */
export function parseCapture(file: string, text: string): Capture {
  return parseLines(file, splitLines(normaliseSeed(text)));
}

/** As {@link parseCapture}, from the lines that are not blank of a normalised text. */
export function parseLines(file: string, lines: readonly Line[]): Capture {
  if (lines.length === 0) {
    const hint = 'paste the page into it, from its date line on; or delete the file.';
    throw new CaptureError([problemOfFile(file, 'file/empty', 'The file is empty.', hint)]);
  }

  const parts = splitHeader(lines);
  const nameDate = dateFromFileName(file);
  const date = parts.date ? dateOfLine(parts.date) : nameDate && dateOfName(nameDate);
  const units = pairBlocks(splitBlocks(parts.body));
  const entries = buildEntries(units);
  const entryProblems = findEntryProblems(file, units, date !== undefined);
  const isOfPapers =
    (units.length === 0 || (entries.length > 0 && entryProblems.length < mostOdd * units.length)) &&
    findImplausible({ file, entries }).length === 0;
  const problems = [...findDateProblems(file, parts, nameDate, isOfPapers), ...entryProblems];
  if (problems.length > 0 || !date) throw new CaptureError(problems);
  return {
    file,
    date,
    ...(nameDate && { nameDate: nameDate.iso }),
    entries,
    header: parts.header.map((line) => line.text),
  };
}

function dateOfLine({ line, day }: NonNullable<CaptureParts['date']>): CaptureDate {
  const { isImpossible, ...date } = day;
  return { ...date, ...line };
}

function dateOfName({ iso, month, day, year }: NameDate): CaptureDate {
  return { month, day, year, line: 0, column: 0, text: iso };
}

function buildEntries(units: readonly PairedUnit[]): CaptureEntry[] {
  const entries: CaptureEntry[] = [];
  let entry: CaptureEntry | undefined;
  for (const { unit, role } of units) {
    if (role === 'title') {
      entry = { rank: entries.length + 1, title: unit.text, abstract: '', line: unit.line };
      entries.push(entry);
    } else if (entry) {
      entry.abstract += role === 'further' ? `\n\n${unit.text}` : unit.text;
    }
  }
  return entries;
}

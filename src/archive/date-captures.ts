import type { Capture } from '../capture/capture.ts';
import type { Problem } from '../capture/problem.ts';
import { seedLabel } from '../capture/seed-name.ts';
import type { Fact } from '../metadata/fact.ts';
import { compare } from '../text/compare.ts';
import type { ArchivedCapture } from './archive.ts';
import { datePublication } from './date-publication.ts';
import {
  findAssumedYear,
  findYearProblem,
  noteAssumedDay,
  noteAssumedYear,
  noteOtherDay,
} from './explain-dates.ts';
import type { ReadSamples } from './identify-papers.ts';
import type { LedgerCapture } from './ledger.ts';
import { resolveDay } from './resolve-day.ts';

/** A capture with the SHA-256 of its normalised text. */
export type IdentifiedCapture = Capture & {
  sha256: string;
  /** The name that it will have in `seeds/`, where it does not lie there yet. */
  name?: string;
};

/** What a build may know besides captures and ledger. */
export interface BuildOptions {
  /** Today, as an ISO date; only a year that is given nowhere else depends on it. */
  today: string;
  /** Years given by the maintainer, by SHA-256 of the capture. */
  years?: ReadonlyMap<string, number>;
  /** Whether a year may be assumed only of captures of the last week. */
  isUnattended?: boolean;
  readSamples?: ReadSamples;
  /** What other sources know about papers, by the identity of the paper. */
  facts?: ReadonlyMap<string, readonly Fact[]>;
}

/** A capture with its day and its entries. */
export type DatedCapture = ArchivedCapture & Pick<IdentifiedCapture, 'entries'>;

/** Gives every capture its day, in the order of the archive (day, then place in the ledger), each capture once. */
export function dateCaptures(
  captures: readonly IdentifiedCapture[],
  records: readonly LedgerCapture[],
  options: BuildOptions,
): {
  dated: DatedCapture[];
  ledgerCaptures: LedgerCapture[];
  problems: Problem[];
  notes: string[];
} {
  const ledgerCaptures = records.map((record) => ({
    ...record,
    formerDays: [...record.formerDays],
  }));
  const bySha = new Map(ledgerCaptures.map((record) => [record.sha256, record]));
  const present = new Set(captures.map((capture) => capture.sha256));
  const firstName = new Map<string, string>();
  const sizeOfFile = new Map<string, number>();
  const problems: Problem[] = [];
  const notes: string[] = [];
  const dated: DatedCapture[] = [];

  const nameOf = ({ name, file }: IdentifiedCapture): string =>
    name ?? file.slice(file.lastIndexOf('/') + 1);
  // `2025-03-11-2.txt` comes after `2025-03-11.txt`.
  const stemOf = (capture: IdentifiedCapture): string => nameOf(capture).replace(/\.\w+$/, '');
  const inOrder = [...captures].sort(
    (a, b) => compare(stemOf(a), stemOf(b)) || compare(nameOf(a), nameOf(b)),
  );
  for (const capture of captures) {
    const name = nameOf(capture);
    sizeOfFile.set(name, (sizeOfFile.get(name) ?? 0) + 1);
  }
  for (const capture of inOrder) {
    const { sha256 } = capture;
    const name = nameOf(capture);
    const label = seedLabel(name);
    const twin = firstName.get(sha256);
    if (twin !== undefined) {
      notes.push(`${label} is the same capture as ${twin}: it is counted once.`);
      continue;
    }
    firstName.set(sha256, label);

    // A capture that was edited has new bytes and its old name: it keeps the year it had, and what
    // redirects to it.
    const replaced = ledgerCaptures.filter((r) => r.name === name && !present.has(r.sha256));
    const edited =
      replaced.findLast((r) => isDateOf(capture, r.day)) ??
      // Of a file with several days it is unknown which of them was edited.
      (sizeOfFile.get(name) === 1 ? replaced.at(-1) : undefined);
    const ledgerDay = (bySha.get(sha256) ?? edited)?.day;
    const year = options.years?.get(sha256);
    const resolved = resolveDay(capture, { ledgerDay, year, today: options.today });
    const isAssumed = resolved?.source === 'assumed';
    const problem =
      findYearProblem(capture, resolved, year, options.today) ??
      (isAssumed && options.isUnattended
        ? findAssumedYear(capture, resolved.day, options.today)
        : undefined);
    if (problem) problems.push(problem);
    if (problem || resolved === undefined) continue;
    if (isAssumed) notes.push(noteAssumedYear(label, capture.date, resolved.day));
    if (capture.date.isAssumed) notes.push(noteAssumedDay(label, resolved.day));
    const otherDay = noteOtherDay(label, capture, resolved.day);
    if (otherDay) notes.push(otherDay);
    const { day } = resolved;
    const record = bySha.get(sha256);
    if (record === undefined) {
      const formerDays = edited ? listFormerDays(edited, day) : [];
      ledgerCaptures.push({ sha256, name, day, formerDays });
    } else {
      Object.assign(record, { name, day, formerDays: listFormerDays(record, day) });
    }
    const entries = capture.entries.map((entry) => datePublication(entry, day));
    dated.push({ name, sha256, day, size: entries.length, entries });
  }
  // Captures of a day are in the order in which they were entered.
  const places = new Map(ledgerCaptures.map((record, i) => [record.sha256, i]));
  const placeOf = ({ sha256 }: DatedCapture): number => places.get(sha256) ?? 0;
  dated.sort((a, b) => compare(a.day, b.day) || placeOf(a) - placeOf(b));
  return { dated, ledgerCaptures, problems, notes };
}

/** The days that a capture was of, now that it is of `day`. */
const listFormerDays = ({ day: last, formerDays }: LedgerCapture, day: string): string[] =>
  last === day ? formerDays : [...new Set([...formerDays, last])].filter((d) => d !== day);

const isDateOf = ({ date }: Capture, day: string): boolean =>
  Number(day.slice(5, 7)) === date.month && Number(day.slice(8)) === date.day;

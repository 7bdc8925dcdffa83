import type { Capture } from '../capture/capture.ts';
import type { Problem } from '../capture/problem.ts';
import type { ArchivedCapture } from './archive.ts';
import type { LedgerCapture } from './ledger.ts';
import { resolveDay } from './resolve-day.ts';

/** A capture with the SHA-256 of its normalised text. */
export type IdentifiedCapture = Capture & { sha256: string };

/** What a build may know besides captures and ledger. */
export interface BuildOptions {
  /** Today, as an ISO date; only a year that nothing else gives depends on it. */
  today: string;
  /** Years given by the keeper, by SHA-256 of the capture. */
  years?: ReadonlyMap<string, number>;
}

/** A capture with its day and its entries. */
export type DatedCapture = ArchivedCapture & Pick<IdentifiedCapture, 'entries'>;

/** Gives every capture its day, in the order of the archive (day, then name), each text once. */
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
  const problems: Problem[] = [];
  const notes: string[] = [];
  const dated: DatedCapture[] = [];

  for (const capture of [...captures].sort((a, b) => (a.file < b.file ? -1 : 1))) {
    const { sha256, file } = capture;
    const name = file.slice(file.lastIndexOf('/') + 1);
    const twin = firstName.get(sha256);
    if (twin !== undefined) {
      notes.push(`${file} is the same capture as ${twin}: it is counted once.`);
      continue;
    }
    firstName.set(sha256, file);

    // A capture that was edited has new bytes and its old name: it keeps the year it had, and what
    // redirects to it.
    const edited = ledgerCaptures.findLast(
      (r) => r.name === name && !present.has(r.sha256) && isDateOf(capture, r.day),
    );
    const ledgerDay = (bySha.get(sha256) ?? edited)?.day;
    const resolved = resolveDay(capture, {
      ledgerDay,
      year: options.years?.get(sha256),
      today: options.today,
    });
    if (resolved === undefined) {
      const { line, column, text } = capture.date;
      problems.push({
        file,
        line: Math.max(1, line),
        column,
        code: 'date/impossible',
        message: `No year that is known for this capture has a day "${text}".`,
        hint: `give the year it is of: npm run seeds:add -- ${file} --year 2024`,
      });
      continue;
    }
    if (resolved.source === 'assumed') {
      notes.push(
        `${file}: "${capture.date.text}" names no year; ${resolved.day} is assumed, the latest such day. ` +
          `To change it: npm run seeds:add -- ${file} --year ${Number(resolved.day.slice(0, 4)) - 1}`,
      );
    }
    const { day } = resolved;
    const record = bySha.get(sha256);
    if (record === undefined) {
      const formerDays = edited ? listFormerDays(edited, day) : [];
      ledgerCaptures.push({ sha256, name, day, formerDays });
    } else {
      Object.assign(record, { name, day, formerDays: listFormerDays(record, day) });
    }
    dated.push({ name, sha256, day, size: capture.entries.length, entries: capture.entries });
  }
  dated.sort((a, b) => (a.day === b.day ? compare(a.name, b.name) : compare(a.day, b.day)));
  return { dated, ledgerCaptures, problems, notes };
}

/** The days that a capture was of, now that it is of `day`. */
const listFormerDays = ({ day: last, formerDays }: LedgerCapture, day: string): string[] =>
  last === day ? formerDays : [...new Set([...formerDays, last])].filter((d) => d !== day);

const isDateOf = ({ date }: Capture, day: string): boolean =>
  Number(day.slice(5, 7)) === date.month && Number(day.slice(8)) === date.day;

/** The order of code units, which is the same on every machine. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

import type { Capture } from '../capture/capture.ts';
import { makeIsoDate } from '../capture/parse-date.ts';

/** A capture's full date and where its year came from. */
export interface ResolvedDay {
  /** ISO date: `2025-03-11`. */
  day: string;
  source: 'date line' | 'file name' | 'given' | 'ledger' | 'assumed';
}

/** What is known about a capture's year besides the capture itself. */
export interface YearHints {
  /** The day that the ledger has for this capture, or for the one that it replaces: only its year is used. */
  ledgerDay?: string | undefined;
  /** The year that the maintainer gave (`--year`); it corrects the ledger. */
  year?: number | undefined;
  /** Today in UTC, as an ISO date: an assumed year makes no date after tomorrow. */
  today: string;
}

/** The earliest date of a capture; an earlier one is a typing error. */
export const firstDay = '2000-01-01';

/** The latest date of a capture: tomorrow in UTC, which has begun already in eastern time zones. @param today in UTC */
export const lastDay = (today: string): string => addDays(today, 1);

/**
 * The full date of a capture whose date line may lack the year. The year comes, in this order, from
 * the date line, an ISO date at the start of the file's name, `--year`, the ledger; without any it is
 * the latest such day that is not in the future. `--year` precedes the ledger because it corrects
 * a year that was assumed wrongly.
 *
 * The date in a file's name gives the nearest such day within a month: a page of 31 December that was
 * saved as `2026-01-01.txt` is of 2025. Further away it gives its own year.
 *
 * @returns undefined if the year that was found has no such day (29 February 2025)
 */
export function resolveDay(capture: Capture, hints: YearHints): ResolvedDay | undefined {
  const { month, day, year } = capture.date;
  const inYear = (y: number, source: ResolvedDay['source']): ResolvedDay | undefined => {
    const iso = makeIsoDate(y, month, day);
    return iso === undefined ? undefined : { day: iso, source };
  };
  if (year !== undefined) return inYear(year, 'date line');
  if (capture.nameDate !== undefined) return nearestDay(capture.nameDate, month, day);
  if (hints.year !== undefined) return inYear(hints.year, 'given');
  const latest = lastDay(hints.today);
  if (hints.ledgerDay !== undefined) {
    const kept = inYear(Number(hints.ledgerDay.slice(0, 4)), 'ledger');
    // A corrected date line may name a day that is still to come in that year: then it is of an earlier one.
    if (kept && (kept.day <= latest || kept.day === hints.ledgerDay)) return kept;
  }
  const latestYear = Number(latest.slice(0, 4));
  // Eight years back always hold a leap day, the century years that skip one included.
  for (let y = latestYear; y >= latestYear - 8; y--) {
    const found = inYear(y, 'assumed');
    if (found && found.day <= latest) return found;
  }
  return undefined;
}

const dayMs = 24 * 60 * 60 * 1000;
/** A page is saved within a month of its day; a name further away gives only the year. */
const mostDaysAway = 31;

/** The ISO date some days later. */
export const addDays = (iso: string, days: number): string =>
  new Date(Date.parse(iso) + days * dayMs).toISOString().slice(0, 10);

function nearestDay(nameDate: string, month: number, day: number): ResolvedDay | undefined {
  const year = Number(nameDate.slice(0, 4));
  const distance = (iso: string): number =>
    Math.abs(Date.parse(iso) - Date.parse(nameDate)) / dayMs;
  const near = [year, year - 1, year + 1]
    .map((y) => makeIsoDate(y, month, day))
    .find((iso) => iso !== undefined && distance(iso) <= mostDaysAway);
  const found = near ?? makeIsoDate(year, month, day);
  return found === undefined ? undefined : { day: found, source: 'file name' };
}

import { addDays } from '../../src/archive/resolve-day.ts';
import { isoDate } from '../../src/forms/iso-date.ts';

/** What a seed that was fetched says about itself. */
export interface FetchMark {
  /** The day that was asked for, as an ISO date. */
  date: string;
  /** When it was fetched: `2025-03-11T18:20:00.000Z`. */
  fetchedAt: string;
}

/** Papers are still added to a day for a while after its end in UTC, as caches have an older answer. */
const settleMs = 2 * 60 * 60_000;

/**
 * The text of a seed that was fetched: a JSON object with `date`, `fetchedAt` and the API's entries, one a line, so that
 * Git shows which of them have changed.
 */
export function makeFetchedSeed({ date, fetchedAt }: FetchMark, entries: unknown[]): string {
  const lines = entries.map((entry) => JSON.stringify(entry)).join(',\n');
  return `{"date":"${date}","fetchedAt":"${fetchedAt}","answer":[\n${lines}\n]}\n`;
}

/** The mark of a seed that `makeFetchedSeed` wrote, from its beginning; undefined for any other seed. */
export function readFetchMark(text: string): FetchMark | undefined {
  const found = /^\{"date":"([^"]*)","fetchedAt":"([^"]*)","answer":\[/.exec(text.slice(0, 120));
  const [, date = '', fetchedAt = ''] = found ?? [];
  return isoDate(date) === date && !Number.isNaN(Date.parse(fetchedAt))
    ? { date, fetchedAt }
    : undefined;
}

/** Whether a day was over, and its papers complete, when it was fetched. */
export const isComplete = ({ date, fetchedAt }: FetchMark): boolean =>
  Date.parse(fetchedAt) >= Date.parse(addDays(date, 1)) + settleMs;

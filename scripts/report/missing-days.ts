import { addDays } from '../../src/archive/resolve-day.ts';
import { weekdayOf } from '../../src/calendar/iso-week.ts';

/** Working days in a row without a capture: ISO dates of the first and the last of them, and how many they are. */
export interface Gap {
  first: string;
  last: string;
  days: number;
}

/**
 * The gaps between the days of an archive. Saturdays and Sundays do not count, because the page has no papers
 * on these days, and do not end a gap.
 * @param days ISO dates, oldest first
 */
export function findGaps(days: readonly string[]): Gap[] {
  return days.slice(1).flatMap((day, i) => {
    const missing: string[] = [];
    for (let at = addDays(days[i], 1); at < day; at = addDays(at, 1))
      if (weekdayOf(at) < 6) missing.push(at);
    const [first, last] = [missing[0], missing.at(-1)];
    return first && last ? [{ first, last, days: missing.length }] : [];
  });
}

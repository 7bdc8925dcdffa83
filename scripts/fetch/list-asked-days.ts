import { addDays } from '../../src/archive/resolve-day.ts';
import { daysOfWeek, weekOf } from '../../src/calendar/iso-week.ts';
import { isoDate } from '../../src/forms/iso-date.ts';
import { UsageError } from '../exit-on-fault.ts';

/** What a person asked for: at most one of them. */
export interface AskedPeriod {
  /** A day: `2025-03-11`. */
  date?: string | undefined;
  /** A day and all after it. */
  since?: string | undefined;
  /** An ISO week: `2025-W11`. */
  week?: string | undefined;
  /** A month: `2025-03`. */
  month?: string | undefined;
}

/** The first day of Daily Papers. */
const firstDay = '2023-05-04';

/**
 * The days that were asked for, without those before the first day of Daily Papers and those to come, in order.
 * @param today ISO date in UTC
 * @returns undefined when none of the options was given
 * @throws {UsageError} when there is no such day
 */
export function listAskedDays(asked: AskedPeriod, today: string): string[] | undefined {
  const given = Object.entries(asked).filter(([, value]) => value !== undefined);
  const [[option, value] = ['', undefined], ...others] = given;
  if (value === undefined) return undefined;
  if (others.length > 0)
    throw new UsageError('Only one of --date, --since, --week and --month can be given.');
  const bounds = findBounds(option, value, today);
  if (!bounds)
    throw new UsageError(`--${option} takes ${examples[option]}, and "${value}" is none.`);
  const [first, last] = bounds;
  const days = listDays(first < firstDay ? firstDay : first, last > today ? today : last);
  if (days.length > 0) return days;
  throw new UsageError(
    `--${option} ${value} has no day from ${firstDay}, the first of Daily Papers, to ${today}, which is today in UTC.`,
  );
}

const examples: Readonly<Record<string, string>> = {
  date: 'a day such as 2025-03-11',
  since: 'a day such as 2025-03-11',
  week: 'an ISO week such as 2025-W11',
  month: 'a month such as 2025-03',
};

/** The first and the last day of what was asked for; undefined where there is no such day, week or month. */
function findBounds(option: string, value: string, today: string): [string, string] | undefined {
  if (option === 'week') {
    if (!/^\d{4}-W\d{2}$/.test(value)) return undefined;
    const { monday, sunday } = daysOfWeek(value);
    return weekOf(monday) === value ? [monday, sunday] : undefined;
  }
  if (option === 'month') {
    const first = `${value}-01`;
    if (isoDate(first) !== first) return undefined;
    return [first, addDays(`${addDays(first, 31).slice(0, 7)}-01`, -1)];
  }
  if (isoDate(value) !== value) return undefined;
  return [value, option === 'since' && value < today ? today : value];
}

/** All days from one to another, both included; none when the first comes later. */
export function listDays(first: string, last: string): string[] {
  const days: string[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day);
  return days;
}

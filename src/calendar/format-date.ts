import { site } from '../site.ts';

/** The parts of a date as people write them, in the archive's language. */
export interface DateWords {
  /** `11` */
  day: string;
  /** `March` */
  month: string;
  /** `2025` */
  year: string;
  /** `Tuesday` */
  weekday: string;
  /** `11 March 2025` */
  full: string;
}

const part = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(site.language, { timeZone: 'UTC', ...options });
const formats = {
  day: part({ day: 'numeric' }),
  month: part({ month: 'long' }),
  year: part({ year: 'numeric' }),
  weekday: part({ weekday: 'long' }),
};

const knownDates = new Map<string, DateWords>();

/** The words of an ISO date. @example formatDate('2025-03-11').full === '11 March 2025' */
export function formatDate(iso: string): DateWords {
  const known = knownDates.get(iso);
  if (known) return known;
  const date = new Date(`${iso}T00:00:00Z`);
  const [day, month, year, weekday] = Object.values(formats).map((format) => format.format(date));
  const words = { day, month, year, weekday, full: `${day} ${month} ${year}` };
  knownDates.set(iso, words);
  return words;
}

/** The words of a date, month or year: `11 March 2025`, `March 2025`, `2025`. */
export const formatPartialDate = (iso: string): string =>
  iso.length > 7 ? formatDate(iso).full : iso.length > 4 ? formatMonths(iso) : iso;

/**
 * A range of days without repeated parts: `10–16 March 2025`, `31 March – 6 April 2025`.
 * @param first @param last ISO dates
 */
export function formatSpan(first: string, last: string): string {
  const [from, to] = [formatDate(first), formatDate(last)];
  if (from.year !== to.year) return `${from.full} – ${to.full}`;
  if (from.month !== to.month) return `${from.day} ${from.month} – ${to.full}`;
  return `${from.day}–${to.full}`;
}

/**
 * A month or a range of months, without repeated parts: `March 2025`, `April – July 2025`.
 * @param first @param last such as `2025-03`
 */
export function formatMonths(first: string, last = first): string {
  const [from, to] = [formatDate(`${first}-01`), formatDate(`${last}-01`)];
  const end = `${to.month} ${to.year}`;
  if (first === last) return end;
  return from.year === to.year ? `${from.month} – ${end}` : `${from.month} ${from.year} – ${end}`;
}

/** `1 paper`, `2 papers`: a number with its noun, digits grouped. */
export function count(n: number, noun: string): string {
  return `${n.toLocaleString(site.language)} ${noun}${n === 1 ? '' : 's'}`;
}

import { baseName } from './seed-name.ts';

/** A day as far as a text names it, e.g. `{ month: 3, day: 11 }`; impossible on 30 February. */
export interface NamedDay {
  month: number;
  day: number;
  year?: number;
  isImpossible: boolean;
}

/** The ISO date in a file's name and what it says, e.g. `{ iso: '2025-03-11', month: 3, … }`. */
export interface NameDate extends NamedDay {
  iso: string;
  year: number;
}

const MONTHS = [
  ['january', 31],
  ['february', 29],
  ['march', 31],
  ['april', 30],
  ['may', 31],
  ['june', 30],
  ['july', 31],
  ['august', 31],
  ['september', 30],
  ['october', 31],
  ['november', 30],
  ['december', 31],
] as const;

const WEEKDAY = /^(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?[.,]*\s+/i;
const YEAR_FIRST = /^(?<year>\d{4})([-/])(?<month>\d{1,2})\2(?<day>\d{1,2})$/;
const MONTH_FIRST =
  /^(?<month>[a-z]+)\.?\s+(?<day>\d{1,2})(?:st|nd|rd|th)?(?:(?:\s*,\s*|\s+)(?<year>\d{4}))?$/i;
const DAY_FIRST =
  /^(?<day>\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?(?<month>[a-z]+)\.?(?:(?:\s*,\s*|\s+)(?<year>\d{4}))?$/i;

/**
 * The day that a line names, if the whole line is a date: `Mar 11`, `March 11th, 2025`, `Sept. 3`,
 * `11 March 2025`, `Tuesday, March 11, 2025`, `2025-03-11`, `2025/03/11`, in any case of letters.
 *
 * A weekday is not checked against the date. Without a year, 29 February is possible.
 */
export function parseDateLine(line: string): NamedDay | undefined {
  const text = line.trim().replace(WEEKDAY, '');
  const groups = (YEAR_FIRST.exec(text) ?? MONTH_FIRST.exec(text) ?? DAY_FIRST.exec(text))?.groups;
  const month = readMonth(groups?.month ?? '');
  if (!groups || month === undefined) return undefined;
  const named = { month, day: Number(groups.day) };
  const date = groups.year === undefined ? named : { ...named, year: Number(groups.year) };
  return { ...date, isImpossible: !isPossible(date) };
}

/**
 * The ISO date at the start of a file's name: `seeds/2025-03-11-b.txt` gives 11 March 2025; a
 * digit straight after it makes it some other number.
 */
export function dateFromFileName(file: string): NameDate | undefined {
  const iso = /^\d{4}-\d{2}-\d{2}(?!\d)/.exec(baseName(file))?.[0];
  const date = iso === undefined ? undefined : parseDateLine(iso);
  if (iso === undefined || date?.year === undefined) return undefined;
  return { iso, ...date, year: date.year };
}

/** The month of a number or of a name in its usual lengths: `mar`, `march`, `sept`. */
function readMonth(text: string): number | undefined {
  if (/^\d+$/.test(text)) return Number(text);
  const word = text.toLowerCase();
  const isFound = ([name]: (typeof MONTHS)[number]) =>
    word === name || word === name.slice(0, 3) || (word === 'sept' && name === 'september');
  const index = MONTHS.findIndex(isFound);
  return index === -1 ? undefined : index + 1;
}

function isPossible({ month, day, year }: Omit<NamedDay, 'isImpossible'>): boolean {
  const longest = MONTHS[month - 1]?.[1] ?? 0;
  const isLeap = year === undefined || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0));
  return day >= 1 && day <= (month === 2 && !isLeap ? 28 : longest);
}

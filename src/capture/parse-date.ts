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

const MONTHS =
  'january february march april may june july august september october november december'.split(
    ' ',
  );

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
  const date: Omit<NamedDay, 'isImpossible'> =
    groups.year === undefined ? named : { ...named, year: Number(groups.year) };
  // 2000 is a leap year.
  return { ...date, isImpossible: makeIsoDate(date.year ?? 2000, month, date.day) === undefined };
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
  const word = text.toLowerCase().replace(/^sept$/, 'sep');
  const index = MONTHS.findIndex((name) => word === name || word === name.slice(0, 3));
  return index === -1 ? undefined : index + 1;
}

/** `2025, 3, 11` → `2025-03-11`; undefined if the calendar has no such day. */
export function makeIsoDate(year: number, month: number, day: number): string | undefined {
  const [y, m, d] = [String(year).padStart(4, '0'), pad(month), pad(day)];
  const iso = `${y}-${m}-${d}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : undefined;
}

const pad = (n: number): string => String(n).padStart(2, '0');

import type { Capture, CaptureDate } from '../capture/capture.ts';
import { makeIsoDate } from '../capture/parse-date.ts';
import { type Problem, problemOfFile, shellWord, WHOLE_FILE } from '../capture/problem.ts';
import { baseName } from '../capture/seed-name.ts';
import { firstDay, lastDay, type ResolvedDay } from './resolve-day.ts';

const add = (file: string, option = ''): string =>
  `npm run seeds:add -- ${shellWord(file)}${option}`;

const redate = (label: string, day: string): string =>
  `npm run seeds:redate -- ${shellWord(label)} ${day}`;

/**
 * Finds what is wrong with a capture's year: the year has no such day, the day is out of range, or `--year`
 * contradicts the capture. A contradiction is an error: the capture has to be corrected.
 * @param year the year that the maintainer gave
 * @param today in UTC, as an ISO date
 */
export function findYearProblem(
  capture: Capture,
  resolved: ResolvedDay | undefined,
  year: number | undefined,
  today: string,
): Problem | undefined {
  const { file, nameDate, date } = capture;
  const place = { file, line: Math.max(1, date.line), column: Math.max(1, date.column) };
  if (resolved === undefined) {
    const isNamed = nameDate !== undefined;
    const found = isNamed ? nameDate.slice(0, 4) : year;
    const message = `The year ${found} has no day "${date.text}".`;
    const hint = hintAtYear(capture, isNamed ? 'file name' : 'given');
    return { ...place, code: 'date/impossible', message, hint };
  }
  const { day, source } = resolved;
  if (day < firstDay || day > lastDay(today)) {
    const message =
      day < firstDay
        ? `The day is ${day}; the earliest day of a capture is ${firstDay}.`
        : `The day is ${day}, and today is ${today}: the latest day of a capture is tomorrow.`;
    const hint = hintAtYear(capture, source);
    return {
      ...(source === 'date line' ? place : { file, ...WHOLE_FILE }),
      ...{ code: 'date/range', message, hint },
    };
  }
  const own = Number(day.slice(0, 4));
  if (year === undefined || year === own) return undefined;
  if (source === 'date line' && date.line > 0) {
    const message = `The date line "${date.text}" has a year, and --year says ${year}.`;
    const hint = 'omit --year, or correct the year in the date line and add the file again.';
    return { ...place, code: 'date/year', message, hint };
  }
  const rename = renameTo(capture, year);
  const message = `The file's name says that it is of ${day}, and --year says ${year}.`;
  const hint = rename
    ? `omit --year, or rename the file: ${rename}`
    : `omit --year: ${year} has no such day.`;
  return problemOfFile(file, 'date/year', message, hint);
}

/** Says how to correct a year, depending on where it was read. */
function hintAtYear({ file }: Capture, source: ResolvedDay['source']): string {
  if (source === 'date line') return 'correct the year in the date line.';
  if (source === 'file name')
    return `rename "${baseName(file)}" so that it begins with the right day, as in 2025-03-11.txt.`;
  return `give the year that it is of: ${add(file, ' --year 2024')}`;
}

/** The commands that make a file whose name begins with its day one of another year. */
function renameTo({ file, nameDate = '', date }: Capture, year: number): string | undefined {
  const day = makeIsoDate(year, date.month, date.day);
  if (day === undefined) return undefined;
  const base = baseName(file);
  const renamed = `${file.slice(0, file.length - base.length)}${day}${base.slice(nameDate.length)}`;
  return `mv ${shellWord(file)} ${shellWord(renamed)}, then ${add(renamed)}`;
}

/** Says that a year was assumed, and how to change it. */
export function noteAssumedYear(label: string, date: CaptureDate, day: string): string {
  return `${describeAssumption(label, date, day)} To change it: ${add(label, ` --year ${yearBefore(date, day)}`)}`;
}

/** How many days ago an assumed day may be in continuous integration. */
const mostDaysAssumed = 7;

/**
 * Finds a year that was assumed and makes the capture older than a week. In continuous integration this is an error:
 * the note about it would not be read, and the address is permanent.
 * @param capture whose date line has no year
 * @param day that was assumed
 * @param today in UTC, as an ISO date
 */
export function findAssumedYear(
  { file, date }: Pick<Capture, 'file' | 'date'>,
  day: string,
  today: string,
): Problem | undefined {
  const days = (Date.parse(today) - Date.parse(day)) / (24 * 60 * 60 * 1000);
  if (days <= mostDaysAssumed) return undefined;
  return {
    ...{ file, line: Math.max(1, date.line), column: Math.max(1, date.column) },
    code: 'date/assumed-year',
    message: `"${date.text}" names no year. The latest such day is ${day}, ${days} days ago: too long to assume its year with CI=true.`,
    hint: `write the year in the date line ("${date.text}, ${day.slice(0, 4)}"), or begin the file's name with the day, as in ${day}.txt; or run ${add(file, ` --year ${day.slice(0, 4)}`)} and commit seeds/ledger.json.`,
  };
}

/** Says that a day was concluded from dates of publication, and how to change it. */
export const noteAssumedDay = (label: string, day: string): string =>
  `${label} does not say of which day it is; ${day} is assumed, when its latest paper was published. To change it: ${redate(label, '2025-03-11')}`;

/**
 * The same of a capture that was pasted: it was named after the day that was assumed, and it is its
 * name that must be changed.
 * @param capture with its label in `seeds/`
 */
export function noteAssumedName({ file, date }: Capture, day: string): string {
  const earlier = makeIsoDate(yearBefore(date, day), date.month, date.day) ?? day;
  return `${describeAssumption(file, date, day)} To change it: ${redate(file, earlier)}`;
}

/** The latest earlier year that has such a day. */
function yearBefore({ month, day }: CaptureDate, iso: string): number {
  let year = Number(iso.slice(0, 4)) - 1;
  while (makeIsoDate(year, month, day) === undefined) year--;
  return year;
}

const describeAssumption = (label: string, { text }: CaptureDate, day: string): string =>
  `${label}: "${text}" names no year; ${day} is assumed, the latest such day.`;

/** Says which day counts where the file's name begins with another than the date line says. */
export function noteOtherDay(label: string, capture: Capture, day: string): string | undefined {
  const { nameDate, date } = capture;
  if (nameDate === undefined || nameDate === day) return undefined;
  return `${label}: its name begins with ${nameDate} and its date line says "${date.text}"; it is taken to be of ${day}.`;
}

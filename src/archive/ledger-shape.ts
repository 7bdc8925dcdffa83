import { makeIsoDate } from './resolve-day.ts';

/** Field by field, what a record must hold: a test of its value, and how the value is described to people. */
export type Shape = Record<string, [test: (value: unknown) => boolean, expected: string]>;

const isText = (v: unknown): boolean => typeof v === 'string' && v !== '';
const matches = (pattern: RegExp) => (v: unknown) => typeof v === 'string' && pattern.test(v);
const listOf = (test: (v: unknown) => boolean) => (v: unknown) => Array.isArray(v) && v.every(test);
const isSlug = matches(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const isDay = (v: unknown): boolean => {
  const [year, month, day] =
    typeof v === 'string' && /^\d{4}-\d\d-\d\d$/.test(v) ? v.split('-').map(Number) : [];
  return year !== undefined && makeIsoDate(year, month, day) === v;
};

/** A capture's record, see `LedgerCapture`. */
export const captureShape: Shape = {
  sha256: [matches(/^[0-9a-f]{64}$/), '64 hexadecimal digits'],
  name: [isText, 'the name of a file'],
  day: [isDay, 'a date such as "2025-03-11"'],
  formerDays: [listOf(isDay), 'a list of dates'],
};

/** A paper's record, see `LedgerPaper`. */
export const paperShape: Shape = {
  slug: [isSlug, 'lower-case words joined by hyphens'],
  id: [(v) => v === undefined || isSlug(v), 'a slug, or not there'],
  formerSlugs: [listOf(isSlug), 'a list of slugs'],
  title: [isText, 'a title'],
  firstDay: [isDay, 'a date such as "2025-03-11"'],
  texts: [listOf(matches(/^[0-9a-f]{16}$/)), 'a list of digests of 16 hexadecimal digits'],
  sketch: [
    (v) => v === undefined || matches(/^[0-9a-f]{64}$/)(v),
    '64 hexadecimal digits, or not there',
  ],
};

import { firstDay, makeIsoDate } from './resolve-day.ts';
import { isSlug, maxSlugLength } from './slug.ts';

/** Field by field, what a record must hold: a test of its value, and how the value is described to people. */
export type Shape = Record<string, [test: (value: unknown) => boolean, expected: string]>;

const isText = (v: unknown): boolean => typeof v === 'string' && v !== '';
const matches = (pattern: RegExp) => (v: unknown) => typeof v === 'string' && pattern.test(v);
const isSlugText = (v: unknown): boolean => typeof v === 'string' && isSlug(v);
const listOf = (test: (v: unknown) => boolean) => (v: unknown) => Array.isArray(v) && v.every(test);
const isDayUntil =
  (last: string) =>
  (v: unknown): boolean => {
    if (typeof v !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(v)) return false;
    const [year, month, day] = v.split('-').map(Number);
    return makeIsoDate(year, month, day) === v && v >= firstDay && v <= last;
  };

/** The fields of a ledger's records, see `LedgerCapture` and `LedgerPaper`. @param last the latest date allowed */
export function ledgerShapes(last: string): { captures: Shape; papers: Shape } {
  const isDay = isDayUntil(last);
  const aSlug = `lower-case words joined by hyphens, at most ${maxSlugLength} characters, and no name that Windows refuses`;
  const aDay = `a date from ${firstDay} to ${last}`;
  return {
    captures: {
      sha256: [matches(/^[0-9a-f]{64}$/), '64 hexadecimal digits'],
      name: [isText, 'the name of a file'],
      day: [isDay, aDay],
      formerDays: [listOf(isDay), `a list of dates from ${firstDay} to ${last}`],
    },
    papers: {
      slug: [isSlugText, aSlug],
      id: [(v) => v === undefined || isSlugText(v), `${aSlug}, or not there`],
      formerSlugs: [listOf(isSlugText), `a list, each of ${aSlug}`],
      title: [isText, 'a title'],
      firstDay: [isDay, aDay],
      texts: [listOf(matches(/^[0-9a-f]{16}$/)), 'a list of digests of 16 hexadecimal digits'],
      sketch: [
        (v) => v === undefined || matches(/^[0-9a-f]{64}$/)(v),
        '64 hexadecimal digits, or not there',
      ],
    },
  };
}

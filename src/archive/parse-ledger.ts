import { CaptureError, type Problem } from '../capture/problem.ts';
import { explainJsonError } from './json-fault.ts';
import type { Ledger } from './ledger.ts';
import { makeIsoDate } from './resolve-day.ts';

const slugPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Field by field, what a record must hold: a test and its name for people. */
const isText = (v: unknown): boolean => typeof v === 'string' && v !== '';
const matches = (pattern: RegExp) => (v: unknown) => typeof v === 'string' && pattern.test(v);
const listOf = (test: (v: unknown) => boolean) => (v: unknown) => Array.isArray(v) && v.every(test);
const isDay = (v: unknown): boolean => {
  const [year, month, day] =
    typeof v === 'string' && /^\d{4}-\d\d-\d\d$/.test(v) ? v.split('-').map(Number) : [];
  return year !== undefined && makeIsoDate(year, month, day) === v;
};
type Shape = Record<string, [test: (v: unknown) => boolean, expected: string]>;

const captureShape: Shape = {
  sha256: [matches(/^[0-9a-f]{64}$/), '64 hexadecimal digits'],
  name: [isText, 'the name of a file'],
  day: [isDay, 'a date such as "2025-03-11"'],
  formerDays: [listOf(isDay), 'a list of dates'],
};
const paperShape: Shape = {
  slug: [matches(slugPattern), 'lower-case words joined by hyphens'],
  id: [(v) => v === undefined || matches(slugPattern)(v), 'a slug, or not there'],
  formerSlugs: [listOf(matches(slugPattern)), 'a list of slugs'],
  title: [isText, 'a title'],
  firstDay: [isDay, 'a date such as "2025-03-11"'],
  texts: [listOf(matches(/^[0-9a-f]{16}$/)), 'a list of digests of 16 hexadecimal digits'],
};

/**
 * Reads the text of a ledger.
 * @throws {CaptureError} with every fault and its place: what is not JSON, a field that is missing
 *   or of the wrong form, a slug or a capture that stands twice
 */
export function parseLedger(file: string, source: string): Ledger {
  const text = source.replace(/^\uFEFF/, '');
  const problems: Problem[] = [];
  const report = (at: number, code: string, message: string): void => {
    const before = text.slice(0, Math.max(0, at)).split('\n');
    problems.push({
      file,
      line: before.length,
      column: before[before.length - 1].length + 1,
      code,
      message,
      hint: 'the ledger keeps permalinks: take the last good version back from version control.',
    });
  };

  let value: { version?: unknown; captures?: unknown; papers?: unknown };
  try {
    value = JSON.parse(text);
  } catch (error) {
    const { at, reason } = explainJsonError(text, error as Error);
    report(at, 'ledger/not-json', `This is not JSON: ${reason}.`);
    throw new CaptureError(problems);
  }
  if (value?.version !== 1 || !Array.isArray(value.captures) || !Array.isArray(value.papers)) {
    report(0, 'ledger/shape', 'A ledger is {"version": 1, "captures": […], "papers": […]}.');
    throw new CaptureError(problems);
  }

  /** Where in the text a record stands: by its identifying value, else at the list's beginning. */
  const place = (list: string, id: unknown): number => {
    const listAt = text.indexOf(`"${list}"`);
    return typeof id === 'string'
      ? Math.max(listAt, text.indexOf(JSON.stringify(id), listAt))
      : listAt;
  };
  const check = (list: 'captures' | 'papers', idField: string, shape: Shape): void => {
    (value[list] as unknown[]).forEach((record, i) => {
      const fields = (record ?? {}) as Record<string, unknown>;
      for (const [field, [test, expected]] of Object.entries(shape)) {
        if (test(fields[field])) continue;
        report(
          place(list, fields[idField]),
          'ledger/field',
          `${list}[${i}].${field} must be ${expected}.`,
        );
      }
    });
  };
  check('captures', 'sha256', captureShape);
  check('papers', 'slug', paperShape);
  if (problems.length > 0) throw new CaptureError(problems);

  const ledger = value as unknown as Ledger;
  const seen = new Set<string>();
  for (const id of [
    ...ledger.captures.map((c) => c.sha256),
    ...ledger.papers.flatMap((p) => [p.slug, ...p.formerSlugs]),
  ]) {
    if (seen.has(id))
      report(
        text.lastIndexOf(JSON.stringify(id)),
        'ledger/twice',
        `"${id}" stands in the ledger twice.`,
      );
    seen.add(id);
  }
  if (problems.length > 0) throw new CaptureError(problems);
  return ledger;
}

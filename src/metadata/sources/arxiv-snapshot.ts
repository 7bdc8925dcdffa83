import { z } from 'zod';
import { isoDate, mailDate } from '../../forms/iso-date.ts';
import { readArxivId } from '../../text/arxiv-id.ts';
import { listCategories, validValues } from '../fact.ts';
import type { Author } from '../metadata.ts';
import { isGroup } from '../split-name.ts';
import { readAuthorsText } from './authors-text.ts';
import { readLatexName } from './latex-name.ts';
import type { SourceRecord } from './source-record.ts';

const text = z.string().nullish().catch(undefined);

/** The fields of a line that are used. @see https://www.kaggle.com/datasets/Cornell-University/arxiv */
const snapshotLine = z.object({
  id: z.string(),
  title: z.string(),
  abstract: z.string(),
  authors_parsed: z.array(z.array(z.string())).catch([]),
  categories: z.string().catch(''),
  doi: text,
  'journal-ref': text,
  versions: z.array(z.object({ created: z.string() })).catch([]),
  update_date: text,
});

/** Whether a file begins as arXiv's snapshot of its metadata does: JSON lines of papers. */
export function isSnapshot(beginning: string): boolean {
  const [first = ''] = beginning.trimStart().split('\n', 1);
  const has = (field: string): boolean => first.includes(`"${field}":`);
  return first.startsWith('{') && has('id') && (has('submitter') || has('authors_parsed'));
}

/**
 * What arXiv says about a paper in a line of its snapshot; undefined for a value of another form.
 * @param today ISO date, for a record without a date of its own
 */
export function readSnapshotRecord(value: unknown, today: string): SourceRecord | undefined {
  const { data } = snapshotLine.safeParse(value);
  const arxivId = readArxivId(data?.id ?? '');
  if (!data || arxivId === undefined) return undefined;
  const { title, abstract, latex } = readAuthorsText(data.title, data.abstract);
  return {
    ...{ id: arxivId, source: 'arxiv', title, abstract },
    date: isoDate(data.update_date) ?? today,
    facts: validValues({
      arxivId,
      authors: data.authors_parsed.flatMap(readName),
      ...latex,
      published: publishedOf(arxivId, data.versions[0]?.created ?? ''),
      venue: data['journal-ref']?.replace(/\s+/g, ' ').trim(),
      doi: data.doi?.trim().split(/\s+/)[0],
      categories: listCategories(data.categories.split(/\s+/)),
    }),
  };
}

/** A name in the parts that arXiv divides it into: family, given, suffix. Parts without letters are omitted. */
function readName(parts: readonly string[]): Author[] {
  const [family = '', given = '', suffix = ''] = parts.map(readLatexName);
  const whole = [given, family, suffix].filter((part) => part !== '').join(' ');
  if (!/\p{L}/u.test(whole)) return [];
  if (given === '' || family === '' || isGroup(whole)) return [{ family: whole }];
  return [{ family: suffix === '' ? family : `${family} ${suffix}`, given }];
}

/**
 * The day of the first version. Some copies of the snapshot have the latest version only: then the month in
 * the id is used.
 */
function publishedOf(arxivId: string, created: string): string | undefined {
  const day = isoDate(created) ?? mailDate(created);
  const [, year, month] = /^(?:[a-z-]+(?:\.[A-Z]{2})?\/)?(\d\d)(\d\d)/.exec(arxivId) ?? [];
  if (year === undefined || month === undefined) return day;
  const first = `${Number(year) > 90 ? 19 : 20}${year}-${month}`;
  if (day === undefined) return first;
  const count = (date: string): number => 12 * Number(date.slice(0, 4)) + Number(date.slice(5, 7));
  // A paper that is submitted at the end of a month may have an id of the next.
  return Math.abs(count(day) - count(first)) <= 1 ? day : first;
}

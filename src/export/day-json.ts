import type { Day } from '../archive/archive.ts';
import type { DayData } from './data-schemas.ts';
import type { ExportPaper } from './export-paper.ts';
import { toFactData } from './paper-facts.ts';
import { toReadableText } from './paper-json.ts';

/** The data of a day that exports are made from. */
export interface ExportDay {
  /** ISO date. */
  date: string;
  /** Its page, absolute. */
  url: string;
  /** The JSON of the days before and after it that have captures, absolute. */
  previousUrl?: string;
  nextUrl?: string;
  captures: Day['captures'];
  /** Its papers in the order of its page, each with its places in the captures of that day. */
  entries: readonly { paper: ExportPaper; listings: Day['entries'][number]['listings'] }[];
}

/**
 * Returns the JSON of a day. `data-schemas.ts` describes each field.
 * @param schemaUrl absolute address of its schema
 */
export function writeDay(day: ExportDay, schemaUrl: string): string {
  const { date, url, previousUrl, nextUrl, captures, entries } = day;
  const papers = entries.map(({ paper, listings }, i) => ({
    place: i + 1,
    id: paper.identity,
    slug: paper.slug,
    url: paper.url,
    markdownUrl: paper.markdownUrl,
    title: toReadableText(paper.title),
    abstract: toReadableText(paper.abstract),
    links: paper.links.map(({ url, label, kind }) => ({ url, label, kind })),
    hasCode: paper.hasCode,
    hasMath: paper.hasMath,
    ...toFactData(paper),
    captures: listings.map(({ capture, rank }) => ({ capture, rank })),
  }));
  const record: DayData = { $schema: schemaUrl, date, url, previousUrl, nextUrl, captures, papers };
  return `${JSON.stringify(record)}\n`;
}

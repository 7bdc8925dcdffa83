import type { ExportDay } from '../export/day-json.ts';
import { absoluteUrl, dayDataUrl, dayUrl } from '../urls.ts';
import { type DayView, getDays } from './days.ts';
import { readExportPaper } from './export-papers.ts';
import { keyPaths } from './keyed-paths.ts';

const toData = (date?: string): string | undefined => date && absoluteUrl(dayDataUrl(date));

/** The route of the data file of each day that has captures. */
export async function getExportDayPaths() {
  return keyPaths((await getDays()).map((day) => [{ date: day.date }, { day }]));
}

/** A day as data files are made of it. */
export function readExportDay({ date, previous, next, captures, lines }: DayView): ExportDay {
  return {
    date,
    url: absoluteUrl(dayUrl(date)),
    previousUrl: toData(previous),
    nextUrl: toData(next),
    captures,
    entries: lines.map(({ paper, listings }) => ({ paper: readExportPaper(paper), listings })),
  };
}

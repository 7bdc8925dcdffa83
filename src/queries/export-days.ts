import type { ExportDay } from '../export/day-json.ts';
import { absoluteUrl, dayDataUrl, dayUrl } from '../urls.ts';
import { type DayView, getDays } from './days.ts';
import { readExportPaper } from './export-papers.ts';
import { type KeyedPath, keyPaths } from './keyed-paths.ts';

const toData = (date?: string): string | undefined => date && absoluteUrl(dayDataUrl(date));

/** The route of each day that has captures. */
export async function getExportDayPaths(): Promise<
  KeyedPath<{ date: string }, { day: DayView }>[]
> {
  const days = await getDays();
  return keyPaths(days.map((day) => ({ params: { date: day.date }, props: { day } })));
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

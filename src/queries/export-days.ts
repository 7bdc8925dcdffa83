import type { ExportDay } from '../export/day-record.ts';
import { absoluteUrl, dayDataUrl, dayUrl } from '../urls.ts';
import { getDays } from './days.ts';
import { getExportPapers } from './export-papers.ts';

const toData = (date?: string): string | undefined => date && absoluteUrl(dayDataUrl(date));

/** The route of each day that has captures, with all that exports of it are made of. */
export async function getExportDayPaths(): Promise<
  { params: { date: string }; props: { day: ExportDay } }[]
> {
  const [days, papers] = await Promise.all([getDays(), getExportPapers()]);
  return days.map(({ date, previous, next, captures, lines }) => {
    const entries = lines.flatMap(({ paper: { slug }, sightings }) => {
      const paper = papers.get(slug);
      return paper ? [{ paper, sightings }] : [];
    });
    const urls = {
      url: absoluteUrl(dayUrl(date)),
      previousUrl: toData(previous),
      nextUrl: toData(next),
    };
    return { params: { date }, props: { day: { date, ...urls, captures, entries } } };
  });
}

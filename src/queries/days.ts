import { getCollection } from 'astro:content';
import { once } from './once.ts';
import { getPapers, type PaperView } from './papers.ts';

/** One line of a day's table of contents. */
export interface DayLine {
  paper: PaperView;
  /** Place in the day, from 1. */
  place: number;
  /** Where it was listed on this day. */
  listings: { capture: string; rank: number }[];
}

/** A day, ready to be shown. */
export interface DayView {
  /** ISO date. */
  date: string;
  /** Place in the ledger of its capture that was entered first, from 0. */
  entered: number;
  captures: { name: string; size: number }[];
  lines: DayLine[];
  /** The neighbouring days that have captures. */
  previous?: string;
  next?: string;
}

/** All days, oldest first. */
export const getDays = once(async (): Promise<readonly DayView[]> => {
  const [entries, papers] = await Promise.all([getCollection('days'), getPapers()]);
  const days = entries.map((entry) => entry.data).sort((a, b) => (a.date < b.date ? -1 : 1));
  return days.map(({ date, entered, captures, entries: lines }, i) => ({
    date,
    entered,
    captures,
    lines: lines.flatMap(({ slug, listings }, j) => {
      const paper = papers.get(slug);
      return paper ? [{ paper, place: j + 1, listings }] : [];
    }),
    previous: days[i - 1]?.date,
    next: days[i + 1]?.date,
  }));
});

/** How large the archive is. */
export async function getTotals(): Promise<{
  days: number;
  captures: number;
  entries: number;
  papers: number;
}> {
  const [days, captures, papers] = await Promise.all([
    getCollection('days'),
    getCollection('captures'),
    getCollection('papers'),
  ]);
  const entries = captures.reduce((sum, { data }) => sum + data.size, 0);
  return { days: days.length, captures: captures.length, entries, papers: papers.length };
}

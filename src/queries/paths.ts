import { getCollection } from 'astro:content';
import { type DayView, getDays } from './days.ts';
import { type KeyedPath, keyPaths } from './keyed-paths.ts';
import { getPapers, type PaperView } from './papers.ts';
import {
  type CalendarMonth,
  getCalendar,
  getMonths,
  getWeeks,
  type PeriodView,
} from './periods.ts';
import { getRelated, type RelatedView } from './related.ts';

/** A permalink that outlived what it led to: where that is now, or what it was. */
export interface RetiredView {
  movedTo?: string;
  title?: string;
  firstDay?: string;
}

/** A paper that stands beside another on its day. */
export type NeighbourView = Pick<PaperView, 'slug' | 'titleHtml' | 'hasMathInTitle'>;

/** A paper among others: its neighbours in its day, and those that it is related to. */
export interface PaperInArchive {
  paper: PaperView;
  previous?: NeighbourView;
  next?: NeighbourView;
  related: RelatedView[];
}

/** What a paper's permalink shows: the paper, or what became of it. */
export type PaperPage =
  | ({ kind: 'paper' } & PaperInArchive)
  | { kind: 'retired'; retired: RetiredView };

/** What a day's permalink shows: the day with its month, or what became of it. */
export type DayPage =
  | { kind: 'day'; day: DayView; month: CalendarMonth }
  | { kind: 'retired'; retired: RetiredView };

/** What the page of a week or month shows: it, and the months that it touches. */
export interface PeriodPage {
  period: PeriodView;
  months: CalendarMonth[];
}

/** Every permalink of a paper, former and removed ones too. */
export async function getPaperPaths(): Promise<KeyedPath<{ slug: string }, PaperPage>[]> {
  const [papers, related, days, retired] = await Promise.all([
    getPapers(),
    getRelated(),
    getDays(),
    getRetired('papers/'),
  ]);
  const neighbours = new Map<string, Pick<PaperInArchive, 'previous' | 'next'>>();
  // The latest day wins: that is where a reader most probably came from.
  for (const { lines } of days) {
    lines.forEach(({ paper }, i) => {
      neighbours.set(paper.slug, {
        previous: toNeighbour(lines[i - 1]?.paper),
        next: toNeighbour(lines[i + 1]?.paper),
      });
    });
  }
  return keyPaths<{ slug: string }, PaperPage>([
    ...[...papers].map(([slug, paper]) => ({
      params: { slug },
      props: {
        kind: 'paper' as const,
        paper,
        related: related.get(slug) ?? [],
        ...neighbours.get(slug),
      },
    })),
    ...retired.map(({ id, ...view }) => ({
      params: { slug: id },
      props: { kind: 'retired' as const, retired: view },
    })),
  ]);
}

const toNeighbour = (paper?: PaperView): NeighbourView | undefined =>
  paper && {
    slug: paper.slug,
    titleHtml: paper.titleHtml,
    hasMathInTitle: paper.hasMathInTitle,
  };

/** Every permalink of a day, those without captures too. */
export async function getDayPaths(): Promise<KeyedPath<{ date: string }, DayPage>[]> {
  const [days, months, retired] = await Promise.all([
    getDays(),
    getCalendar(),
    getRetired('days/'),
  ]);
  return keyPaths<{ date: string }, DayPage>([
    ...days.flatMap((day) =>
      findMonths(months, [day]).map((month) => ({
        params: { date: day.date },
        props: { kind: 'day' as const, day, month },
      })),
    ),
    ...retired.map(({ id, ...view }) => ({
      params: { date: id },
      props: { kind: 'retired' as const, retired: view },
    })),
  ]);
}

/** Every week that has captures. */
export async function getWeekPaths(): Promise<KeyedPath<{ week: string }, PeriodPage>[]> {
  const [weeks, months] = await Promise.all([getWeeks(), getCalendar()]);
  return keyPaths(
    weeks.map((period) => ({
      params: { week: period.id },
      props: { period, months: findMonths(months, period.days) },
    })),
  );
}

/** Every month that has captures. */
export async function getMonthPaths(): Promise<KeyedPath<{ month: string }, PeriodPage>[]> {
  const [periods, months] = await Promise.all([getMonths(), getCalendar()]);
  return keyPaths(
    periods.map((period) => ({
      params: { month: period.id },
      props: { period, months: findMonths(months, period.days) },
    })),
  );
}

/** The months that days are in. */
function findMonths(months: CalendarMonth[], days: readonly DayView[]): CalendarMonth[] {
  const wanted = new Set(days.map(({ date }) => date.slice(0, 7)));
  return months.filter(({ month }) => wanted.has(month));
}

async function getRetired(prefix: string): Promise<(RetiredView & { id: string })[]> {
  const entries = await getCollection('permalinks');
  return entries
    .filter(({ id, data }) => data.state !== 'current' && id.startsWith(prefix))
    .map(({ id, data }) => ({ id: id.slice(prefix.length), ...data }));
}

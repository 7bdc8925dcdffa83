import { getCollection } from 'astro:content';
import type { ExportPaper } from '../export/export-paper.ts';
import { type DayView, getDays } from './days.ts';
import { getExportPapers } from './export-papers.ts';
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

/** A paper among others: its neighbours in its day, and those that it is related to. */
export interface PaperInArchive {
  paper: PaperView;
  /** The paper for other tools. */
  exported: ExportPaper;
  previous?: PaperView;
  next?: PaperView;
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

/** A route of Astro's: its parameters and what the page is made of. */
interface Path<Key extends string, Props> {
  params: Record<Key, string>;
  props: Props;
}

/** Every permalink of a paper, former and removed ones too. */
export async function getPaperPaths(): Promise<Path<'slug', PaperPage>[]> {
  const [papers, exported, related, days, retired] = await Promise.all([
    getPapers(),
    getExportPapers(),
    getRelated(),
    getDays(),
    getRetired('papers/'),
  ]);
  const neighbours = new Map<string, { previous?: PaperView; next?: PaperView }>();
  // The latest day wins: that is where a reader most probably came from.
  for (const { lines } of days) {
    lines.forEach(({ paper }, i) => {
      neighbours.set(paper.slug, { previous: lines[i - 1]?.paper, next: lines[i + 1]?.paper });
    });
  }
  return [
    ...[...exported].flatMap(([slug, exported]) => {
      const paper = papers.get(slug);
      if (!paper) return [];
      const props = {
        kind: 'paper' as const,
        paper,
        exported,
        related: related.get(slug) ?? [],
        ...neighbours.get(slug),
      };
      return [{ params: { slug }, props }];
    }),
    ...retired.map(({ id, ...view }) => ({
      params: { slug: id },
      props: { kind: 'retired' as const, retired: view },
    })),
  ];
}

/** Every permalink of a day, those without captures too. */
export async function getDayPaths(): Promise<Path<'date', DayPage>[]> {
  const [days, months, retired] = await Promise.all([
    getDays(),
    getCalendar(),
    getRetired('days/'),
  ]);
  return [
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
  ];
}

/** Every week that has captures. */
export async function getWeekPaths(): Promise<Path<'week', PeriodPage>[]> {
  const [weeks, months] = await Promise.all([getWeeks(), getCalendar()]);
  return weeks.map((period) => ({
    params: { week: period.id },
    props: { period, months: findMonths(months, period.days) },
  }));
}

/** Every month that has captures. */
export async function getMonthPaths(): Promise<Path<'month', PeriodPage>[]> {
  const [periods, months] = await Promise.all([getMonths(), getCalendar()]);
  return periods.map((period) => ({
    params: { month: period.id },
    props: { period, months: findMonths(months, period.days) },
  }));
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

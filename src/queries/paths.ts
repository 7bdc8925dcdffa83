import { getCollection } from 'astro:content';
import { type DayView, getDays } from './days.ts';
import { keyPaths } from './keyed-paths.ts';
import { getPapers, type PaperView } from './papers.ts';
import {
  type CalendarMonth,
  getCalendar,
  getMonths,
  getWeeks,
  type PeriodView,
} from './periods.ts';
import { getRelated, type RelatedView } from './related.ts';

/** A permalink that redirects or whose paper or day was removed: the new address, or what it was. */
export interface RetiredView {
  movedTo?: string;
  title?: string;
  firstDay?: string;
}

/** A paper before or after another on its day. */
export type NeighbourView = Pick<PaperView, 'slug' | 'titleHtml' | 'hasMathInTitle'>;

/** A paper with its neighbours on its day and its related papers. */
export interface PaperInArchive {
  paper: PaperView;
  previous?: NeighbourView;
  next?: NeighbourView;
  related: RelatedView[];
}

/** What a paper's permalink shows: the paper, or what replaced it. */
export type PaperPage =
  | ({ kind: 'paper' } & PaperInArchive)
  | { kind: 'retired'; retired: RetiredView };

/** What a day's permalink shows: the day with its month, or what replaced it. */
export type DayPage =
  | { kind: 'day'; day: DayView; month: CalendarMonth }
  | { kind: 'retired'; retired: RetiredView };

/** What the page of a week or month shows: it, and the months of its days. */
export interface PeriodPage {
  period: PeriodView;
  months: CalendarMonth[];
}

/** Every permalink of a paper, including former and removed ones. */
export async function getPaperPaths() {
  const [papers, related, days, retired] = await Promise.all([
    getPapers(),
    getRelated(),
    getDays(),
    getRetired('papers/'),
  ]);
  const neighbours = new Map<string, Pick<PaperInArchive, 'previous' | 'next'>>();
  // The latest day wins: a reader most probably came from there.
  for (const { lines } of days) {
    lines.forEach(({ paper }, i) => {
      neighbours.set(paper.slug, {
        previous: toNeighbour(lines[i - 1]?.paper),
        next: toNeighbour(lines[i + 1]?.paper),
      });
    });
  }
  const toPage = (slug: string, paper: PaperView): PaperPage => ({
    ...{ kind: 'paper', paper },
    related: related.get(slug) ?? [],
    ...neighbours.get(slug),
  });
  return keyPaths<{ slug: string }, PaperPage>([
    ...Array.from(papers, ([slug, paper]) => [{ slug }, toPage(slug, paper)] as const),
    ...retired.map(([slug, retired]) => [{ slug }, { kind: 'retired', retired }] as const),
  ]);
}

const toNeighbour = (paper?: PaperView): NeighbourView | undefined =>
  paper && {
    slug: paper.slug,
    titleHtml: paper.titleHtml,
    hasMathInTitle: paper.hasMathInTitle,
  };

/** Every permalink of a day, including days without captures now. */
export async function getDayPaths() {
  const [days, months, retired] = await Promise.all([
    getDays(),
    getCalendar(),
    getRetired('days/'),
  ]);
  return keyPaths<{ date: string }, DayPage>([
    ...days.flatMap((day) =>
      findMonths(months, [day]).map(
        (month) => [{ date: day.date }, { kind: 'day', day, month }] as const,
      ),
    ),
    ...retired.map(([date, retired]) => [{ date }, { kind: 'retired', retired }] as const),
  ]);
}

/** Every week and month that has captures. */
export async function getPeriodPaths() {
  const [weeks, months, calendar] = await Promise.all([getWeeks(), getMonths(), getCalendar()]);
  const list = (kind: 'weeks' | 'months', periods: readonly PeriodView[]) =>
    periods.map(
      (period): readonly [params: { kind: 'weeks' | 'months'; period: string }, PeriodPage] => [
        { kind, period: period.id },
        { period, months: findMonths(calendar, period.days) },
      ],
    );
  return keyPaths([...list('weeks', weeks), ...list('months', months)]);
}

/** The months of some days. */
function findMonths(months: CalendarMonth[], days: readonly DayView[]): CalendarMonth[] {
  const wanted = new Set(days.map(({ date }) => date.slice(0, 7)));
  return months.filter(({ month }) => wanted.has(month));
}

async function getRetired(prefix: string): Promise<[id: string, view: RetiredView][]> {
  const entries = await getCollection('permalinks');
  return entries
    .filter(({ id, data }) => data.state !== 'current' && id.startsWith(prefix))
    .map(({ id, data }) => [id.slice(prefix.length), data]);
}

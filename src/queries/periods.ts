import { weekOf } from '../calendar/iso-week.ts';
import { listMonths } from '../calendar/month.ts';
import { makeTints, type Tint } from '../calendar/tint.ts';
import { type DayView, getDays } from './days.ts';
import { once } from './once.ts';

/** A week or a month, ready to be shown. */
export interface PeriodView {
  /** `2025-W11` or `2025-03`. */
  id: string;
  /** Its days with captures, oldest first. */
  days: DayView[];
  /** How many papers were listed on them, each counted once. */
  papers: number;
  /** The neighbouring weeks or months with captures. */
  previous?: string;
  next?: string;
}

/** A month as the calendar shows it. */
export interface CalendarMonth {
  /** `2025-03` */
  month: string;
  /** Its days with captures; none in a month without. */
  days: { date: string; papers: number; tint: Tint }[];
}

const monthOf = (date: string): string => date.slice(0, 7);

/** The weeks that have captures, oldest first. */
export const getWeeks = once(() => getPeriods(weekOf));

/** The months that have captures, oldest first. */
export const getMonths = once(() => getPeriods(monthOf));

/** Every month from an archive's first to its last, newest first; without years that have no capture. */
export const getCalendar = once(async (): Promise<CalendarMonth[]> => {
  const days = await getDays();
  if (days.length === 0) return [];
  const tintOf = makeTints(days.map(({ lines }) => lines.length));
  const byMonth = Map.groupBy(days, ({ date }) => monthOf(date));
  const years = new Set(days.map(({ date }) => date.slice(0, 4)));
  return listMonths(monthOf(days[0].date), monthOf(days[days.length - 1].date))
    .filter((month) => years.has(month.slice(0, 4)))
    .reverse()
    .map((month) => ({
      month,
      days: (byMonth.get(month) ?? []).map(({ date, lines }) => ({
        date,
        papers: lines.length,
        tint: tintOf(lines.length),
      })),
    }));
});

async function getPeriods(periodOf: (date: string) => string): Promise<PeriodView[]> {
  const periods = [...Map.groupBy(await getDays(), ({ date }) => periodOf(date))];
  return periods.map(([id, days], i) => ({
    id,
    days,
    papers: new Set(days.flatMap(({ lines }) => lines.map(({ paper }) => paper.slug))).size,
    previous: periods[i - 1]?.[0],
    next: periods[i + 1]?.[0],
  }));
}

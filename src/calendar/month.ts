import { weekdayOf } from './iso-week.ts';

/** The place of a day in the grid of its month: rows are weeks, columns Monday to Sunday, both from 0. */
export interface GridDay {
  /** ISO date. */
  date: string;
  row: number;
  column: number;
}

/** The days of a month in their grid. @param month `2025-03` */
export function layOutMonth(month: string): GridDay[] {
  const [year, number] = month.split('-').map(Number);
  const length = new Date(Date.UTC(year, number, 0)).getUTCDate();
  const before = weekdayOf(`${month}-01`) - 1;
  return Array.from({ length }, (_, i) => ({
    date: `${month}-${String(i + 1).padStart(2, '0')}`,
    row: Math.floor((before + i) / 7),
    column: (before + i) % 7,
  }));
}

/** All months from one to another, inclusive. @example listMonths('2024-12', '2025-01') */
export function listMonths(first: string, last: string): string[] {
  const count = (month: string): number => {
    const [year, number] = month.split('-').map(Number);
    return 12 * year + number - 1;
  };
  return Array.from({ length: count(last) - count(first) + 1 }, (_, i) => {
    const at = count(first) + i;
    return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
  });
}

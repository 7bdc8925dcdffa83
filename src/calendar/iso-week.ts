/** Milliseconds of a day. */
const dayMs = 86_400_000;

const toIso = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** Which day of the week an ISO date is, from 1 for Monday to 7 for Sunday. */
export function weekdayOf(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
}

/**
 * The ISO week of a date. It belongs to the year that its Thursday is in.
 * @example weekOf('2024-12-30') === '2025-W01'
 * @see ISO 8601-1:2019, 5.2.3
 */
export function weekOf(date: string): string {
  const thursday = new Date(Date.parse(date) + (4 - weekdayOf(date)) * dayMs);
  const newYear = Date.UTC(thursday.getUTCFullYear(), 0, 1);
  const week = 1 + Math.floor((thursday.getTime() - newYear) / (7 * dayMs));
  return `${thursday.getUTCFullYear()}-W${String(week).padStart(2, '0')}`;
}

/**
 * Monday, Thursday and Sunday of an ISO week; Thursday says which month and year it belongs to.
 * @example daysOfWeek('2025-W11').monday === '2025-03-10'
 */
export function daysOfWeek(week: string): { monday: string; thursday: string; sunday: string } {
  const [year, number] = week.split('-W');
  // The fourth of January is always in the first week.
  const fourth = `${year}-01-04`;
  const monday = Date.parse(fourth) + (1 - weekdayOf(fourth) + 7 * (Number(number) - 1)) * dayMs;
  return {
    monday: toIso(monday),
    thursday: toIso(monday + 3 * dayMs),
    sunday: toIso(monday + 6 * dayMs),
  };
}

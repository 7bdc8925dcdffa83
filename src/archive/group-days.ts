import type { ArchivedCapture, Day, DayEntry, Paper } from './archive.ts';

/**
 * The days of an archive, oldest first. A day's papers are the union of its captures, each once, at
 * the place where it was captured first.
 * @param captures ordered by day and name, each with its place in the ledger
 */
export function groupDays(
  captures: readonly (ArchivedCapture & { entered: number })[],
  papers: readonly Paper[],
): Day[] {
  const days = new Map<string, Day>();
  const order = new Map<string, number>();
  captures.forEach(({ day: date, name, size, entered }, i) => {
    const day = days.get(date) ?? { date, entered, captures: [], entries: [] };
    day.entered = Math.min(day.entered, entered);
    day.captures.push({ name, size });
    days.set(date, day);
    order.set(name, i);
  });
  for (const { slug, listings } of papers) {
    const entries = new Map<string, DayEntry>();
    for (const { day, capture, rank } of listings) {
      const entry = entries.get(day) ?? { slug, listings: [] };
      entry.listings.push({ capture, rank });
      entries.set(day, entry);
    }
    for (const [date, entry] of entries) days.get(date)?.entries.push(entry);
  }
  const place = ({ listings: [first] }: DayEntry): [number, number] => [
    order.get(first.capture) ?? 0,
    first.rank,
  ];
  for (const day of days.values()) {
    day.entries.sort((a, b) => {
      const [captureA, rankA] = place(a);
      const [captureB, rankB] = place(b);
      return captureA - captureB || rankA - rankB;
    });
  }
  return [...days.values()];
}

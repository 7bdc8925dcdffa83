import { expect, test } from 'vitest';
import { daysOfWeek, weekdayOf, weekOf } from '../../../src/calendar/iso-week.ts';

// Around the turns of years, where ISO weeks and years part; from the calendar of ISO 8601.
test.each([
  ['2025-03-11', '2025-W11'],
  ['2024-12-29', '2024-W52'],
  ['2024-12-30', '2025-W01'],
  ['2025-01-01', '2025-W01'],
  ['2021-01-03', '2020-W53'],
  ['2021-01-04', '2021-W01'],
  ['2027-01-01', '2026-W53'],
  ['2023-01-01', '2022-W52'],
])('%s is in %s', (date, week) => {
  expect(weekOf(date)).toBe(week);
});

test('a week has its Monday, Thursday and Sunday', () => {
  expect(daysOfWeek('2025-W11')).toEqual({
    monday: '2025-03-10',
    thursday: '2025-03-13',
    sunday: '2025-03-16',
  });
  expect(daysOfWeek('2020-W53')).toEqual({
    monday: '2020-12-28',
    thursday: '2020-12-31',
    sunday: '2021-01-03',
  });
});

test('each day of twelve years is in the week that holds it', () => {
  for (let time = Date.UTC(2019, 11, 20); time < Date.UTC(2032, 0, 10); time += 86_400_000) {
    const date = new Date(time).toISOString().slice(0, 10);
    const { monday, sunday } = daysOfWeek(weekOf(date));
    expect(monday <= date && date <= sunday).toBe(true);
    expect([weekdayOf(monday), weekdayOf(sunday)]).toEqual([1, 7]);
  }
});

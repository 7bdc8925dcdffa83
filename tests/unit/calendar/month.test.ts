import { expect, test } from 'vitest';
import { layOutMonth, listMonths } from '../../../src/calendar/month.ts';

test('a month begins under its weekday and goes on in weeks', () => {
  // The first of March 2025 was a Saturday.
  const days = layOutMonth('2025-03');
  expect(days).toHaveLength(31);
  expect(days[0]).toEqual({ date: '2025-03-01', row: 0, column: 5 });
  expect(days[2]).toEqual({ date: '2025-03-03', row: 1, column: 0 });
  expect(days[30]).toEqual({ date: '2025-03-31', row: 5, column: 0 });
});

test('February has its leap day', () => {
  expect(layOutMonth('2024-02').at(-1)?.date).toBe('2024-02-29');
  expect(layOutMonth('2025-02').at(-1)?.date).toBe('2025-02-28');
});

test('months are listed over the turn of a year', () => {
  expect(listMonths('2024-11', '2025-02')).toEqual(['2024-11', '2024-12', '2025-01', '2025-02']);
  expect(listMonths('2025-03', '2025-03')).toEqual(['2025-03']);
});

import { describe, expect, it } from 'vitest';
import { count, formatDate, formatMonths, formatSpan } from '../../../src/calendar/format-date.ts';

describe('formatDate', () => {
  it('gives the words of a date', () => {
    expect(formatDate('2025-03-11')).toEqual({
      day: '11',
      month: 'March',
      year: '2025',
      weekday: 'Tuesday',
      full: '11 March 2025',
    });
  });

  it.each([
    ['2024-02-29', 'Thursday', '29 February 2024'],
    ['2025-01-01', 'Wednesday', '1 January 2025'],
    ['2025-12-31', 'Wednesday', '31 December 2025'],
  ])('is of the day itself, wherever the reader is: %s', (iso, weekday, full) => {
    const zone = process.env.TZ;
    for (const place of ['Pacific/Kiritimati', 'Pacific/Pago_Pago']) {
      process.env.TZ = place;
      expect(formatDate(iso)).toMatchObject({ weekday, full });
    }
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });
});

describe('count', () => {
  it.each([
    [0, '0 papers'],
    [1, '1 paper'],
    [2, '2 papers'],
    [9705, '9,705 papers'],
  ])('of %i is %s', (n, words) => {
    expect(count(n, 'paper')).toBe(words);
  });
});

it('a stretch of days says each part once', () => {
  expect(formatSpan('2025-03-10', '2025-03-16')).toBe('10–16 March 2025');
  expect(formatSpan('2025-03-31', '2025-04-06')).toBe('31 March – 6 April 2025');
  expect(formatSpan('2024-12-30', '2025-01-05')).toBe('30 December 2024 – 5 January 2025');
});

it('a stretch of months says each part once', () => {
  expect(formatMonths('2025-07', '2025-07')).toBe('July 2025');
  expect(formatMonths('2025-04', '2025-07')).toBe('April – July 2025');
  expect(formatMonths('2024-11', '2025-02')).toBe('November 2024 – February 2025');
});

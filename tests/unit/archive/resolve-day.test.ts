import { describe, expect, it } from 'vitest';
import { resolveDay } from '../../../src/archive/resolve-day.ts';
import { makeIsoDate } from '../../../src/capture/parse-date.ts';
import { makeCapture, march11, type TestDate } from './make-capture.ts';

const today = '2026-11-20';
const resolve = (date: TestDate, hints = {}, name = 'a.txt') =>
  resolveDay(makeCapture(name, date, [['T', 'a']]), { today, ...hints });

describe('resolveDay', () => {
  it('takes the year of the date line before all others', () => {
    const hints = { year: 2023, ledgerDay: '2022-03-11' };
    expect(resolve({ ...march11, year: 2024 }, hints, '2021-03-11.txt')).toEqual({
      day: '2024-03-11',
      source: 'date line',
    });
  });

  it('then that of the name of the file', () => {
    const hints = { year: 2023, ledgerDay: '2022-03-11' };
    expect(resolve(march11, hints, '2021-03-11-b.txt')).toEqual({
      day: '2021-03-11',
      source: 'file name',
    });
  });

  it('then the one given with --year, which is how a ledger is corrected', () => {
    expect(resolve(march11, { year: 2023, ledgerDay: '2022-03-11' })).toEqual({
      day: '2023-03-11',
      source: 'given',
    });
  });

  it('then the day in the ledger', () => {
    expect(resolve(march11, { ledgerDay: '2022-03-11' })).toEqual({
      day: '2022-03-11',
      source: 'ledger',
    });
  });

  it.each([
    ['of this year when it has been', { month: 3, day: 11 }, '2026-03-11'],
    ['of this year when it is today', { month: 11, day: 20 }, '2026-11-20'],
    ['of this year when it is tomorrow in UTC', { month: 11, day: 21 }, '2026-11-21'],
    ['of last year when it is later', { month: 11, day: 22 }, '2025-11-22'],
    ['of last year on New Year’s Eve', { month: 12, day: 31 }, '2025-12-31'],
    ['of the latest leap year on 29 February', { month: 2, day: 29 }, '2024-02-29'],
  ])('else assumes the latest such day: %s', (_, date, day) => {
    expect(resolve(date)).toEqual({ day, source: 'assumed' });
  });

  it('assumes New Year’s Day a day before it, too', () => {
    expect(resolve({ month: 1, day: 1 }, { today: '2026-12-31' })?.day).toBe('2027-01-01');
  });

  it('finds 29 February over a century year that has none', () => {
    expect(resolve({ month: 2, day: 29 }, { today: '2103-06-01' })?.day).toBe('2096-02-29');
  });

  it('does not assume a 29 February that is still to come', () => {
    expect(resolve({ month: 2, day: 29 }, { today: '2028-02-27' })?.day).toBe('2024-02-29');
    expect(resolve({ month: 2, day: 29 }, { today: '2028-02-28' })?.day).toBe('2028-02-29');
    expect(resolve({ month: 2, day: 29 }, { today: '2028-02-29' })?.day).toBe('2028-02-29');
  });

  it.each([
    ['2026-01-01.txt', { month: 12, day: 31 }, '2025-12-31'],
    ['2025-12-31.txt', { month: 1, day: 1 }, '2026-01-01'],
    ['2025-03-12-late.txt', march11, '2025-03-11'],
    ['2025-08-01.txt', { month: 2, day: 10 }, '2025-02-10'],
    ['2024-03-01.txt', { month: 2, day: 29 }, '2024-02-29'],
    ['2025-03-11.txt', { month: 10, day: 1 }, '2025-10-01'],
    ['2025-01-15.txt', { month: 12, day: 16 }, '2024-12-16'],
    ['2025-01-15.txt', { month: 12, day: 14 }, '2025-12-14'],
  ])('takes the day near the date in the name, else that of its year: %s', (name, date, day) => {
    expect(resolve(date, {}, name)).toEqual({ day, source: 'file name' });
  });

  it.each([
    ['given', { year: 2025 }, 'a.txt'],
    ['in the file’s name', {}, '2026-03-01.txt'],
    ['in the file’s name, which is far from it,', {}, '2025-01-02.txt'],
  ])('finds no day where the year %s has no 29 February', (_, hints, name) => {
    expect(resolve({ month: 2, day: 29 }, hints, name)).toBeUndefined();
  });
});

describe('makeIsoDate', () => {
  it.each([
    [2025, 3, 11, '2025-03-11'],
    [2024, 2, 29, '2024-02-29'],
    [2025, 2, 29, undefined],
    [2025, 4, 31, undefined],
    [2025, 13, 1, undefined],
    [2025, 0, 1, undefined],
    [90, 1, 1, '0090-01-01'],
  ])('%i, %i, %i is %s', (year, month, day, iso) => {
    expect(makeIsoDate(year, month, day)).toBe(iso);
  });
});

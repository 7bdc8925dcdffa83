import { describe, expect, it } from 'vitest';
import { dateFromFileName, parseDateLine } from '../../../src/capture/parse-date.ts';

describe('parseDateLine', () => {
  it.each([
    'Mar 11',
    'March 11',
    'Mar. 11',
    'mar 11',
    'MARCH 11th',
    '11 Mar',
    '11th of March',
    'Tue Mar 11',
    ' Tues., Mar 11 ',
  ])('reads "%s" as 11 March', (line) =>
    expect(parseDateLine(line)).toEqual({ month: 3, day: 11, isImpossible: false }),
  );

  it.each([
    'Mar 11, 2025',
    'March 11th, 2025',
    'Tuesday, March 11, 2025',
    '11 March 2025',
    'Mar 11 2025',
    '2025-03-11',
    '2025/03/11',
  ])('reads "%s" with its year', (line) =>
    expect(parseDateLine(line)).toEqual({ month: 3, day: 11, year: 2025, isImpossible: false }),
  );

  it.each([
    ['Sept 3', 9, 3],
    ['sep 3', 9, 3],
    ['September 3', 9, 3],
    ['Aug 8', 8, 8],
    ['May 31', 5, 31],
  ])('reads "%s"', (line, month, day) =>
    expect(parseDateLine(line)).toEqual({ month, day, isImpossible: false }),
  );

  it.each([
    'Feb 30',
    'Feb 29, 2025',
    'Feb 29, 1900',
    'Apr 31',
    'Mar 0',
    'Mar 45',
    '2025-13-01',
    '2025-02-29',
  ])('finds "%s" impossible', (line) => expect(parseDateLine(line)?.isImpossible).toBe(true));

  it.each(['Feb 29', 'Feb 29, 2024', 'Feb 29, 2000'])('finds "%s" possible', (line) =>
    expect(parseDateLine(line)?.isImpossible).toBe(false),
  );

  it.each([
    '',
    'Olmo 3',
    'Marching 11',
    'May',
    'Mar 11 papers',
    'On Mar 11',
    'March 2025',
    '2025-03/11',
    '11',
    '2025-mar-11',
    'Imagen 3',
  ])('takes "%s" for no date', (line) => expect(parseDateLine(line)).toBeUndefined());
});

describe('dateFromFileName', () => {
  it.each(['2025-03-11.txt', 'seeds/2025-03-11.txt', 'a\\2025-03-11-evening.txt', '2025-03-11'])(
    'reads %s',
    (file) =>
      expect(dateFromFileName(file)).toEqual({
        iso: '2025-03-11',
        month: 3,
        day: 11,
        year: 2025,
        isImpossible: false,
      }),
  );

  it('says that a day does not exist', () =>
    expect(dateFromFileName('2025-02-30.txt')?.isImpossible).toBe(true));

  it.each([
    '2025-03-111.txt',
    'x2025-03-11.txt',
    '2025-03-11/a.txt',
    '000_ff92.txt',
    '20250311.txt',
  ])('finds none in %s', (file) => expect(dateFromFileName(file)).toBeUndefined());
});

import { expect, test } from 'vitest';
import { findGaps } from '../../../../scripts/report/missing-days.ts';

test('a gap is working days in a row, also over a weekend', () => {
  // Tuesday, Wednesday, the Tuesday after, and the Friday of that week.
  expect(findGaps(['2025-03-11', '2025-03-12', '2025-03-18', '2025-03-21'])).toEqual([
    { first: '2025-03-13', last: '2025-03-17', days: 3 },
    { first: '2025-03-19', last: '2025-03-20', days: 2 },
  ]);
});

test('a weekend is no gap, and neither is what lies before and after the archive', () => {
  expect(findGaps(['2025-03-14', '2025-03-17'])).toEqual([]);
  expect(findGaps(['2025-03-15', '2025-03-16', '2025-03-17'])).toEqual([]);
  expect(findGaps(['2025-03-11'])).toEqual([]);
  expect(findGaps([])).toEqual([]);
});

import { expect, test } from 'vitest';
import { makeTints } from '../../../src/calendar/tint.ts';

test('each tint has a fifth of the days, whatever their sizes', () => {
  const tintOf = makeTints([1, 2, 3, 4, 5, 6, 7, 8, 9, 200]);
  expect([1, 2, 3, 4, 5, 6, 7, 8, 9, 200].map(tintOf)).toEqual([1, 1, 2, 2, 3, 3, 4, 4, 5, 5]);
});

test('days of one size have one tint', () => {
  const tintOf = makeTints([30, 30, 30, 30, 60]);
  expect(tintOf(30)).toBe(1);
  expect(tintOf(60)).toBe(5);
});

test('a single day has the first tint', () => {
  expect(makeTints([42])(42)).toBe(1);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shareTitles } from '../../../src/components/share-titles.ts';

const sum = (counts: readonly number[], share: number): number =>
  counts.reduce((total, count) => total + Math.min(count, share), 0);

test('all titles are listed while they fit', () => {
  expect(shareTitles([3, 120, 40], 163)).toBe(120);
});

test('what short days leave is for long ones', () => {
  expect(shareTitles([10, 100, 100], 110)).toBe(50);
});

test('no page lists more than it may, nor fewer than it could', () => {
  const counts = fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 31 });
  fc.assert(
    fc.property(counts, fc.integer({ min: 31, max: 400 }), (days, most) => {
      const share = shareTitles(days, most);
      expect(sum(days, share)).toBeLessThanOrEqual(most);
      const isWhole = share >= Math.max(...days);
      if (!isWhole) expect(sum(days, share + 1)).toBeGreaterThan(most);
    }),
  );
});

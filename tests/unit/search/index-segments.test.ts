import fc from 'fast-check';
import { expect, test } from 'vitest';
import { startsOfSegments } from '../../../src/search/index-segments.ts';

test.each<[number, number[]]>([
  [0, [0]],
  [1, [0]],
  [100, [0]],
  [101, [0, 100]],
  [201, [0, 200]],
  [301, [0, 200, 300]],
  [401, [0, 400]],
  [950, [0, 400, 800, 900]],
])('an archive of %i places in volumes of 100 has segments from %j', (places, starts) => {
  expect(startsOfSegments(places, 100)).toEqual(starts);
});

test('papers are added to the newest segment, which has at most a volume', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000 }), (places) => {
      const starts = startsOfSegments(places, 100);
      const newest = starts.at(-1) ?? 0;
      expect(places - newest).toBeGreaterThan(0);
      expect(places - newest).toBeLessThanOrEqual(100);
      if (places - newest < 100) expect(startsOfSegments(places + 1, 100)).toEqual(starts);
    }),
  );
});

test('a place is moved to another segment at most three times', () => {
  for (const place of [0, 150, 399, 450, 1234]) {
    const homes = new Set<string>();
    for (let places = place + 1; places < 3000; places++) {
      const starts = startsOfSegments(places, 100);
      const i = starts.findLastIndex((start) => start <= place);
      // The open segment becomes closed without other papers being added to it.
      homes.add(`${starts[i]}–${starts[i + 1] ?? 'open'}`);
    }
    expect(homes.size).toBeLessThanOrEqual(4);
  }
});

import { expect, test } from 'vitest';
import { startsOfSegments } from '../../../src/search/index-segments.ts';

test.each<[number, number[]]>([
  [0, [0]],
  [1, [0]],
  [4096, [0]],
  [4097, [0, 4096]],
  [9576, [0, 4096, 8192]],
])('an archive of %i places has segments from %j', (places, starts) => {
  expect(startsOfSegments(places)).toEqual(starts);
});

test('a new paper leaves all segments but the newest as they are', () => {
  for (let places = 1; places < 20_000; places += 97) {
    const before = startsOfSegments(places);
    expect(startsOfSegments(places + 1).slice(0, before.length)).toEqual(before);
  }
});

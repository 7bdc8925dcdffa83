import { expect, test } from 'vitest';
import { listNames, shortenNames } from '../../../src/text/shorten-names.ts';

const people = (count: number) => Array.from({ length: count }, (_, i) => `G F${i + 1}`);

test.each([
  [1, 'G F1'],
  [2, 'G F1 and G F2'],
  [3, 'G F1, G F2 and G F3'],
  [4, 'G F1, G F2 and 2 more'],
  [1000, 'G F1, G F2 and 998 more'],
])('%i authors are named as "%s"', (count, text) => {
  expect(listNames(people(count))).toBe(text);
});

test('the number of further authors is apart from the names', () => {
  expect(shortenNames(people(9))).toEqual({ names: 'G F1, G F2', more: 7 });
});

import { expect, test } from 'vitest';
import { nameAuthors, shortenAuthors } from '../../../src/metadata/shorten-authors.ts';

const people = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ family: `F${i + 1}`, given: 'G' }));

test.each([
  [1, 'G F1'],
  [2, 'G F1 and G F2'],
  [3, 'G F1, G F2 and G F3'],
  [4, 'G F1, G F2 and 2 more'],
  [1000, 'G F1, G F2 and 998 more'],
])('%i authors are named as "%s"', (count, text) => {
  expect(nameAuthors(people(count))).toBe(text);
});

test('the number of further authors is apart from the names', () => {
  expect(shortenAuthors(people(9))).toEqual({ names: 'G F1, G F2', more: 7 });
});

import { expect, test } from 'vitest';
import { readPaperIds, readPaperRanks, writePaperIds } from '../../../src/search/paper-ids.ts';

const papers = Array.from({ length: 2000 }, (_, i) => ({ slug: `a-paper-${i}`, id: `en_${i}` }));

test('papers are found by their slugs, and those that are not there are not', () => {
  const text = writePaperIds(papers);
  expect(readPaperIds(text, ['a-paper-7', 'a-paper-1999', 'gone'])).toEqual(
    new Set(['en_7', 'en_1999']),
  );
  expect(readPaperIds(text, []).size).toBe(0);
  expect(
    readPaperIds(
      text,
      papers.map(({ slug }) => slug),
    ).size,
  ).toBe(papers.length);
});

test('their order is that of the papers, each at its first place', () => {
  const text = writePaperIds([
    { slug: 'new', id: 'en_b' },
    { slug: 'old', id: 'en_a' },
    { slug: 'new-before', id: 'en_b' },
  ]);
  expect([...readPaperRanks(text)]).toEqual([
    ['en_b', 0],
    ['en_a', 1],
  ]);
});

import { expect, test } from 'vitest';
import { readPaperIds, writePaperIds } from '../../../src/search/paper-ids.ts';

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

test('the order of the papers makes no difference', () => {
  expect(writePaperIds(papers.toReversed())).toBe(writePaperIds(papers));
});

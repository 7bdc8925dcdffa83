import { expect, test } from 'vitest';
import { readPaperDays, readPaperIds, writePaperIds } from '../../../src/search/paper-ids.ts';

test('papers are found by their slugs, and those that are not there are not', () => {
  const papers = Array.from({ length: 2000 }, (_, i) => ({
    ...{ id: `en_${i}`, day: `2025-03-${i < 1000 ? 12 : 11}` },
    slugs: [`a-paper-${i}`],
  }));
  const text = writePaperIds(papers);
  expect(readPaperIds(text, ['a-paper-7', 'a-paper-1999', 'gone'])).toEqual(
    new Set(['en_7', 'en_1999']),
  );
  expect(readPaperIds(text, []).size).toBe(0);
  const all = papers.flatMap(({ slugs }) => slugs);
  expect(readPaperIds(text, all).size).toBe(papers.length);
});

test('a paper is found by all of its slugs, and keeps its day', () => {
  const text = writePaperIds([
    { id: 'en_b', day: '2025-03-12', slugs: ['new', 'new-before'] },
    { id: 'en_a', day: '2025-03-11', slugs: ['old'] },
  ]);
  expect(readPaperIds(text, ['new-before'])).toEqual(new Set(['en_b']));
  expect([...readPaperDays(text)]).toEqual([
    ['en_b', '2025-03-12'],
    ['en_a', '2025-03-11'],
  ]);
  expect(readPaperDays(writePaperIds([])).size).toBe(0);
});

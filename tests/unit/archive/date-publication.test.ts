import { expect, test } from 'vitest';
import { datePublication } from '../../../src/archive/date-publication.ts';

const date = (month: number, day: number, captured: string) =>
  datePublication(
    {
      rank: 1,
      title: 'A',
      abstract: 'B',
      line: 1,
      facts: { votes: 3, publishedDay: { month, day } },
    },
    captured,
  ).facts;

test.each([
  [5, 29, '2026-10-02', '2026-05-29'],
  [10, 2, '2026-10-02', '2026-10-02'],
  [10, 3, '2026-10-02', '2025-10-03'],
  [12, 30, '2026-01-02', '2025-12-30'],
  [2, 29, '2024-03-01', '2024-02-29'],
  [2, 29, '2025-03-01', '2024-02-29'],
])('%i-%i of a page of %s is %s', (month, day, captured, published) => {
  expect(date(month, day, captured)).toEqual({ votes: 3, published });
});

test('a day that neither year has is left out', () => {
  expect(date(2, 29, '2027-03-01')).toEqual({ votes: 3 });
});

test('what has no such day comes back as it is', () => {
  const entry = { rank: 1, title: 'A', abstract: 'B', line: 1, facts: { published: '2024-01-01' } };
  expect(datePublication(entry, '2026-10-02')).toBe(entry);
});

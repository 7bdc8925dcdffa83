import { expect, test } from 'vitest';
import { writeDay } from '../../../src/export/day-json.ts';
import { hardPaper, makeExportPaper } from './make-export-paper.ts';

test('a day has its papers in order, each to be read and with where it stood that day', () => {
  const day = JSON.parse(
    writeDay(
      {
        date: '2025-03-14',
        url: 'https://example.org/days/2025-03-14/',
        nextUrl: 'https://example.org/api/days/2025-03-15.json',
        captures: [{ name: 'second.txt', size: 2 }],
        entries: [
          { paper: hardPaper, listings: [{ capture: 'second.txt', rank: 1 }] },
          { paper: makeExportPaper(), listings: [{ capture: 'second.txt', rank: 2 }] },
        ],
      },
      'https://example.org/api/schemas/v3/day.schema.json',
    ),
  );
  expect(Object.keys(day)).toEqual(['$schema', 'date', 'url', 'nextUrl', 'captures', 'papers']);
  expect(day.papers).toMatchObject([
    {
      place: 1,
      id: 'r-d-is-enough',
      slug: 'faster-in-r-d',
      title: { restored: 'Faster: "$O(n\\log n)$" in $\\mathbb{R}^d$' },
      captures: [{ capture: 'second.txt', rank: 1 }],
    },
    { place: 2, title: { text: 'A paper' }, abstract: { text: 'It has an abstract.' } },
  ]);
});

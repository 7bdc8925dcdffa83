import { expect, test } from 'vitest';
import { renameInLedger, replaceInLedger } from '../../../src/archive/change-ledger.ts';
import { emptyLedger, type Ledger } from '../../../src/archive/ledger.ts';

const paper = { title: 'Bridges', firstDay: '2025-03-11', texts: [] };

test('a paper keeps its identity under its new slug', () => {
  const ledger: Ledger = {
    ...emptyLedger,
    papers: [
      { ...paper, slug: 'c', id: 'a', formerSlugs: ['a', 'b'] },
      { ...paper, slug: 'd', formerSlugs: [] },
    ],
  };
  const [renamed, other] = renameInLedger(ledger, 'c', 'b').papers;
  expect(renamed).toEqual({ ...paper, slug: 'b', id: 'a', formerSlugs: ['a', 'c'] });
  expect(other).toBe(ledger.papers[1]);
  const back = renameInLedger(ledger, 'c', 'a').papers[0];
  expect(back).toEqual({ ...paper, slug: 'a', formerSlugs: ['b', 'c'] });
});

test('a capture keeps every day that it had, also under the digest that it has again', () => {
  const captures = [
    { sha256: 'x', name: 'a.json', day: '2025-03-13', formerDays: ['2025-03-11'] },
    { sha256: 'y', name: 'b.json', day: '2025-03-12', formerDays: ['2025-03-13'] },
    { sha256: 'z', name: 'c.json', day: '2025-03-14', formerDays: [] },
  ];
  const ledger: Ledger = { ...emptyLedger, captures };
  expect(replaceInLedger(ledger, 'x', { sha256: 'y', name: 'd.json' }).captures).toEqual([
    { sha256: 'y', name: 'd.json', day: '2025-03-13', formerDays: ['2025-03-11', '2025-03-12'] },
    captures[2],
  ]);
  expect(replaceInLedger(ledger, 'unknown', { sha256: 'y', name: 'd' })).toEqual(ledger);
});

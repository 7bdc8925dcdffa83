import { describe, expect, test } from 'vitest';
import {
  arrangeList,
  type ListView,
  remindOfExport,
} from '../../../../src/client/saved/arrange-list.ts';
import { makeEntry } from '../list/make-entry.ts';

const entries = [
  makeEntry({ id: 'a', title: 'Zeta Sampling', savedAt: '2025-04-03T00:00:00.000Z' }),
  makeEntry({
    id: 'b',
    title: 'light Schrödinger Bridge',
    savedAt: '2025-04-01T00:00:00.000Z',
    day: '2025-08-08',
  }),
  makeEntry({
    id: 'c',
    title: '“A” Method',
    savedAt: '2025-04-02T00:00:00.000Z',
    readAt: '2025-04-02T00:00:00.000Z',
    note: 'for the zeta chapter',
    day: '2025-03-14',
  }),
];
const ids = (view: Partial<ListView>): string =>
  arrangeList(entries, { query: '', order: 'saved', isUnreadOnly: false, ...view })
    .map(({ id }) => id)
    .join('');

test.each([
  ['saved', 'acb'],
  ['title', 'cba'],
  ['day', 'bca'],
] as const)('by %s the order is %s', (order, expected) => {
  expect(ids({ order })).toBe(expected);
});

test.each([
  ['zeta', 'ac'],
  ['ZETA  chapter', 'c'],
  ['schrodinger', 'b'],
  ['bridge light', 'b'],
  ['nothing', ''],
  ['  ', 'acb'],
])('%j finds %j in titles and notes', (query, expected) => {
  expect(ids({ query })).toBe(expected);
});

test('what was read can be left out', () => {
  expect(ids({ isUnreadOnly: true })).toBe('ab');
});

describe('the reminder of an export', () => {
  const changed = (count: number) =>
    Array.from({ length: count }, (_, i) => makeEntry({ id: `p-${i}` }));

  test('comes with 25 changed papers', () => {
    expect(remindOfExport(changed(24), undefined)).toBe('');
    expect(remindOfExport(changed(25), undefined)).toMatch(/^25 papers have never been exported\./);
  });

  test('counts what changed after the last export only', () => {
    expect(remindOfExport(changed(60), '2025-04-01T08:00:00.000Z')).toBe('');
    expect(remindOfExport(changed(60), '2025-04-01T07:59:59.999Z')).toMatch(/^60 papers have/);
  });
});

import { expect, it } from 'vitest';
import {
  isComplete,
  makeFetchedSeed,
  readFetchMark,
} from '../../../../scripts/fetch/fetched-seed.ts';
import { readSeed } from '../../../../src/forms/read-seed.ts';
import { makeApiEntries } from '../../../fixtures/daily-papers-server.ts';

const mark = { date: '2025-03-11', fetchedAt: '2025-03-12T10:00:00.000Z' };

it('is read as a capture of its day, whatever its name is', () => {
  const seed = makeFetchedSeed(mark, makeApiEntries('2025-03-11', 3));
  const [capture, ...others] = readSeed('seeds/a.json', Buffer.from(seed));
  expect(others).toEqual([]);
  expect(capture?.date.text).toBe('2025-03-11');
  expect(capture?.entries.map(({ title }) => title)).toEqual([
    'Sparse Attention at Scale 1',
    'Sparse Attention at Scale 2',
    'Sparse Attention at Scale 3',
  ]);
});

it('keeps every field of every entry, an entry a line', () => {
  const entries = makeApiEntries('2025-03-11', 2);
  const seed = makeFetchedSeed(mark, entries);
  expect(JSON.parse(seed)).toEqual({ ...mark, answer: entries });
  expect(seed.split('\n')).toHaveLength(5);
});

it('is recognised by its beginning, and other seeds are not', () => {
  expect(readFetchMark(makeFetchedSeed(mark, [{}]))).toEqual(mark);
  for (const other of [
    '[{"paper":{}}]',
    '{"date":"2025-03-11","answer":[{}]}',
    '{"date":"2025-02-30","fetchedAt":"2025-03-12T10:00:00.000Z","answer":[]}',
    '{"date":"2025-03-11","fetchedAt":"yesterday","answer":[]}',
    'Mar 11\n\nA Title',
  ])
    expect(readFetchMark(other), other).toBeUndefined();
});

it('is complete two hours after the end of its day in UTC', () => {
  const at = (fetchedAt: string) => isComplete({ date: '2025-03-11', fetchedAt });
  expect(at('2025-03-11T23:59:59.999Z')).toBe(false);
  expect(at('2025-03-12T01:59:59.999Z')).toBe(false);
  expect(at('2025-03-12T02:00:00.000Z')).toBe(true);
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { RecordWorkers } from '../../../src/records/make-records.ts';
import { RecordStore } from '../../../src/records/record-store.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dayleaf-records-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const papers = ['a', 'b', 'c'].map((key, index) => ({
  ...{ index, key, corrections: [] },
  paper: {
    slug: key,
    revisions: [{ title: `Title ${key}`, abstract: 'We study O(n^2).' }],
    listings: [{ day: '2025-03-11', capture: 'a.txt', rank: 1, revision: 0 }],
  },
}));
const readTitles = (): string[] => {
  const store = new RecordStore(folder);
  try {
    return papers.map(({ key }) => store.readPart('head', key).titleText);
  } finally {
    store.close();
  }
};

test('records are in the store, whether anybody follows or not, and again with threads that were ended', async () => {
  const workers = new RecordWorkers();
  await workers.make(folder, papers.slice(0, 2));
  const made: number[] = [];
  await workers.make(folder, papers.slice(2), { onMade: (count) => made.push(count) });
  expect(readTitles()).toEqual(['Title a', 'Title b', 'Title c']);
  expect(made).toEqual([1]);
});

test('threads that were started early are those that are used', async () => {
  const workers = new RecordWorkers();
  workers.start();
  await workers.make(folder, papers);
  expect(readTitles()).toEqual(['Title a', 'Title b', 'Title c']);
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type TermTable, tabulateTerms } from '../../../src/archive/paper-terms.ts';
import { RecordStore } from '../../../src/records/record-store.ts';
import {
  placesPerBatch as batchSize,
  isLater,
  type RelatedSource,
  readRelations,
} from '../../../src/records/relations.ts';

let folder: string;
let store: RecordStore;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'relations-'));
  store = new RecordStore(folder);
});
afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true });
});

/** Papers of which each four in a row are about the same; their terms are in the store. */
function addPapers(from: number, to: number): RelatedSource[] {
  return Array.from({ length: to - from }, (_, i) => {
    const entered = from + i;
    const words = ['common', `topic${entered >> 2}`, `idea${entered >> 2}`, `own${entered}`];
    const terms = words.map((word) => {
      const term = { count: 2, form: word, kind: 'word' as const, isPlain: true };
      return [word, term] as const;
    });
    const table: TermTable = tabulateTerms(new Map(terms));
    store.write('terms', [[`record-${entered}`, table]]);
    return { slug: `paper-${entered}`, entered, record: `record-${entered}` };
  });
}

test('papers of closed batches keep their lists, and those of the open one get new papers', () => {
  const before = addPapers(0, batchSize + 2);
  const first = readRelations(store, before);
  const after = readRelations(store, [...before, ...addPapers(batchSize + 2, batchSize + 4)]);
  const listOf = (lists: typeof first, entered: number) =>
    lists.get(`paper-${entered}`)?.map(({ slug }) => slug);
  for (let entered = 0; entered < batchSize; entered++)
    expect(listOf(after, entered)).toEqual(listOf(first, entered));
  expect(listOf(first, batchSize)).toEqual([`paper-${batchSize + 1}`]);
  expect(listOf(after, batchSize)).toHaveLength(3);
});

test('a paper is later than those of earlier batches only', () => {
  expect(isLater(batchSize, batchSize - 1)).toBe(true);
  expect(isLater(batchSize - 1, 0)).toBe(false);
  expect(isLater(0, batchSize)).toBe(false);
});

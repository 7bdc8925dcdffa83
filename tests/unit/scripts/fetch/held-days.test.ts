import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeFetchedSeed } from '../../../../scripts/fetch/fetched-seed.ts';
import { listHeldDays } from '../../../../scripts/fetch/held-days.ts';
import { serialiseLedger } from '../../../../src/archive/ledger.ts';
import { CaptureError } from '../../../../src/capture/problem.ts';
import { readSeed } from '../../../../src/forms/read-seed.ts';
import { makeAbstract, makeSeed } from '../../../build/archive-fixture.ts';
import { makeApiEntries } from '../../../fixtures/daily-papers-server.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dayleaf-held-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (name: string, content: string): void => writeFileSync(join(folder, name), content);
const list = async () => [...(await listHeldDays(folder, '2025-03-20')).days];
const page = makeSeed('Mar 11', ['Light Bridges', makeAbstract('bridges')]);
const mark = { date: '2025-03-12', fetchedAt: '2025-03-12T10:00:00.000Z' };

it('knows a seed that was fetched by its content, whatever its name is', async () => {
  write('renamed.json', makeFetchedSeed(mark, makeApiEntries('2025-03-12', 2)));
  expect(await list()).toEqual([['2025-03-12', { fetched: { name: 'renamed.json', mark } }]]);
});

it('takes the day of other captures from their content, and from their name', async () => {
  write('a.json', JSON.stringify(makeApiEntries('2025-03-10', 2)));
  write('2024-03-11.txt', page);
  expect(await list()).toEqual([
    ['2024-03-11', { other: '2024-03-11.txt' }],
    ['2025-03-10', { other: 'a.json' }],
  ]);
});

it('takes a year that the content does not have from the ledger, or else assumes the latest', async () => {
  write('page.txt', page);
  expect(await list()).toEqual([['2025-03-11', { other: 'page.txt' }]]);
  const [{ sha256 } = { sha256: '' }] = readSeed('page.txt', Buffer.from(page));
  const capture = { sha256, name: 'page.txt', day: '2023-03-11', formerDays: [] };
  write('ledger.json', serialiseLedger({ version: 1, captures: [capture], papers: [] }));
  expect(await list()).toEqual([['2023-03-11', { other: 'page.txt' }]]);
});

it('has both captures of a day', async () => {
  write('2025-03-12.json', makeFetchedSeed(mark, makeApiEntries('2025-03-12', 2)));
  write('2025-03-12.txt', makeSeed('Mar 12', ['Light Bridges', makeAbstract('bridges')]));
  write('copy.json', makeFetchedSeed(mark, makeApiEntries('2025-03-12', 2)));
  const fetched = { name: '2025-03-12.json', mark };
  expect(await list()).toEqual([['2025-03-12', { fetched, other: 'copy.json' }]]);
});

it('counts a seed that cannot be read as one of the day in its name', async () => {
  write('2025-03-09.json', '[{"paper":');
  write('notes.txt', 'no capture');
  expect(await list()).toEqual([['2025-03-09', { other: '2025-03-09.json' }]]);
});

it('looks at no hidden file and at no folder, and lists all names as taken', async () => {
  write('.2025-03-08.json', makeFetchedSeed(mark, [{}]));
  mkdirSync(join(folder, '2025-03-07'));
  const held = await listHeldDays(folder, '2025-03-20');
  expect(held.days.size).toBe(0);
  expect([...held.names]).toEqual(['.2025-03-08.json', '2025-03-07']);
});

it('reports a damaged ledger', async () => {
  write('ledger.json', '{"version":1,');
  await expect(list()).rejects.toThrow(CaptureError);
});

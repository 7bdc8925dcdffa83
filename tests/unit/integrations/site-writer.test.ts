import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type SiteFolders, SiteWriter } from '../../../src/integrations/site-writer.ts';

let folder: string;
let next: string;
let writer: SiteWriter;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dayleaf-writer-'));
  next = join(folder, 'next');
  const [last, earlier, cache] = ['last', 'earlier', 'cache'].map((name) => join(folder, name));
  writer = new SiteWriter({ last, next, earlier, cache } as SiteFolders);
  await writer.begin();
  mkdirSync(next, { recursive: true });
});
afterEach(async () => {
  await writer.stop();
  rmSync(folder, { recursive: true });
});

test('texts and bytes are written as they are, into folders that are made', async () => {
  const part = new TextEncoder().encode('before π after').subarray(7, 9);
  await writer.write('papers/a/index.html', 'π'.repeat(2_000_000));
  await writer.write('papers/b.md', new TextEncoder().encode('π'));
  await writer.write('papers/c.md', part);
  await writer.finish();
  expect(readFileSync(join(next, 'papers/a/index.html'), 'utf8')).toBe('π'.repeat(2_000_000));
  expect(readFileSync(join(next, 'papers/b.md'), 'utf8')).toBe('π');
  expect(readFileSync(join(next, 'papers/c.md'), 'utf8')).toBe('π');
  // A view of a larger buffer is not transferred.
  expect(part).toHaveLength(2);
});

test('parts follow each other in one file, which is empty without any text', async () => {
  const parts = function* () {
    for (let i = 0; i < 5; i++) yield 'π'.repeat(600_000);
  };
  await writer.write('papers.jsonl', parts());
  await writer.write('empty.jsonl', ['']);
  await writer.finish();
  expect(readFileSync(join(next, 'papers.jsonl'), 'utf8')).toBe('π'.repeat(3_000_000));
  expect(readFileSync(join(next, 'empty.jsonl'), 'utf8')).toBe('');
});

test('writing waits where the disk is slower, and all files arrive', async () => {
  for (let i = 0; i < 40; i++) await writer.write(`${i}.txt`, String(i).repeat(600_000));
  await writer.finish();
  const sizes = Array.from({ length: 40 }, (_, i) => readFileSync(join(next, `${i}.txt`)).length);
  expect(sizes).toEqual(Array.from({ length: 40 }, (_, i) => String(i).length * 600_000));
});

test('a file that cannot be written is an error at the end, if not before', async () => {
  writeFileSync(join(next, 'papers'), 'no folder');
  await writer.write('papers/a/index.html', 'a');
  await expect(writer.finish()).rejects.toMatchObject({ code: 'ENOTDIR' });
});

import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type ArchiveFixture, makeAbstract, makeArchive, makeSeed } from './archive-fixture.ts';

let archive: ArchiveFixture;

beforeEach(() => {
  archive = makeArchive();
});
afterEach(() => archive.dispose());

const seed = makeSeed('Mar 11', ['A Paper', makeAbstract('papers')]);
const add = (args: string[], input?: string) =>
  archive.run('scripts/seeds-add.ts', args, { input });
const dayInLedger = (): string[] =>
  JSON.parse(archive.ledger()).captures.map((c: { day: string }) => c.day);

test('copies a file unchanged and enters it with the year that was given', async () => {
  const path = join(archive.seeds, '..', 'saved page.txt');
  writeFileSync(path, seed.replaceAll('\n', '\r\n'));
  expect(await add([path, '--year', '2024'])).toMatchObject({ code: 0 });
  expect(readFileSync(join(archive.seeds, 'saved page.txt'), 'utf8')).toBe(
    seed.replaceAll('\n', '\r\n'),
  );
  expect(dayInLedger()).toEqual(['2024-03-11']);
});

test('reads what is pasted, and names it after its day', async () => {
  const { code, output } = await add(['-', '--year', '2025'], seed);
  expect({ code, output }).toMatchObject({ code: 0 });
  expect(readdirSync(archive.seeds).sort()).toEqual(['2025-03-11.txt', 'ledger.json']);
  expect(output).toContain('seeds/2025-03-11.txt: 2025-03-11, 1 entries');
});

test('the same capture again, with other line ends and under another name, is not added twice', async () => {
  await add(['-', '--year', '2025'], seed);
  const { code, output } = await add(
    ['-', '--year', '2025'],
    `\uFEFF${seed.replaceAll('\n', '\r\n')}\n\n`,
  );
  expect(code).toBe(0);
  expect(output).toContain('seeds/2025-03-11.txt is this capture already.');
  expect(readdirSync(archive.seeds)).toHaveLength(2);
});

test('another capture of the same day gets a name of its own', async () => {
  await add(['-', '--year', '2025'], seed);
  await add(['-', '--year', '2025'], makeSeed('Mar 11', ['Another', makeAbstract('others')]));
  expect(readdirSync(archive.seeds).sort()).toEqual([
    '2025-03-11-2.txt',
    '2025-03-11.txt',
    'ledger.json',
  ]);
});

test('without any year it assumes the latest such day, and says so and how to change it', async () => {
  archive.write('page.txt', seed);
  const { output } = await add([join(archive.seeds, 'page.txt')]);
  const [day] = dayInLedger();
  expect(Date.parse(day)).toBeLessThanOrEqual(Date.now());
  expect(Date.now() - Date.parse(day)).toBeLessThan(366 * 24 * 3600 * 1000);
  expect(output).toContain(`${day} is assumed`);
  expect(output).toMatch(/npm run seeds:add -- seeds\/page\.txt --year \d{4}/);
});

test('a faulty file changes nothing, and both faults of two files are named', async () => {
  const paths = ['a.txt', 'b.txt'].map((name) => join(archive.seeds, '..', name));
  writeFileSync(paths[0], makeSeed('Feb 30', ['A', makeAbstract('a')]));
  writeFileSync(paths[1], '');
  const { code, output } = await add(paths);
  expect(code).toBe(1);
  expect(output).toContain('a.txt:5:1  date/impossible');
  expect(output).toContain('b.txt:1:1  file/empty');
  expect(readdirSync(archive.seeds)).toEqual([]);
});

test.each([
  [[], 'npm run seeds:add -- FILE'],
  [['no-such-file.txt'], 'There is no file no-such-file.txt'],
  [['x.txt', '--year', 'MMXXV'], '--year takes a year such as 2025'],
  [['x.txt', '--yeer', '2025'], '--yeer'],
])('called as %j it says what it expects', async (args, expected) => {
  const { code, output } = await add(args);
  expect(code).toBe(1);
  expect(output).toContain(expected);
  expect(output).not.toContain('    at ');
  expect(existsSync(join(archive.seeds, 'ledger.json'))).toBe(false);
});

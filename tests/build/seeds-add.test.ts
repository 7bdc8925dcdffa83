import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { firstCases } from '../tier.ts';
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

test('copies a file unchanged, names it after its day and enters it with the year that was given', async () => {
  const path = join(archive.seeds, '..', 'saved page.txt');
  writeFileSync(path, seed.replaceAll('\n', '\r\n'));
  expect(await add([path, '--year', '2024'])).toMatchObject({ code: 0 });
  expect(readFileSync(join(archive.seeds, '2024-03-11.txt'), 'utf8')).toBe(
    seed.replaceAll('\n', '\r\n'),
  );
  expect(dayInLedger()).toEqual(['2024-03-11']);
});

test('a file whose name begins with its day keeps it, unless it has controls of terminals', async () => {
  const folder = join(archive.seeds, '..', 'saved');
  mkdirSync(folder);
  const dated = (day: string): string =>
    makeSeed(`Mar ${day}, 2025`, [`On ${day}`, makeAbstract(day)]);
  writeFileSync(join(folder, '2025-03-11 of Ana.txt'), dated('11'));
  writeFileSync(join(folder, '2025-03-12\u001B[31m.t\u001Bxt'), dated('12'));
  writeFileSync(join(folder, '2025-03-09.json'), dated('13'));
  const { code, output } = await add([folder]);
  expect(code, output).toBe(0);
  expect(output).not.toContain('\u001B');
  expect(readdirSync(archive.seeds).sort()).toEqual([
    '2025-03-11 of Ana.txt',
    '2025-03-12.txt',
    '2025-03-13.json',
    'ledger.json',
  ]);
});

test('reads what is pasted, and names it after its day', async () => {
  const { code, output } = await add(['-', '--year', '2025'], seed);
  expect({ code, output }).toMatchObject({ code: 0 });
  expect(readdirSync(archive.seeds).sort()).toEqual(['2025-03-11.txt', 'ledger.json']);
  expect(output).toMatch(/^seeds\/2025-03-11\.txt +a pasted page +2025-03-11 +1 +0$/m);
});

const apiEntry = (id: string, title: string, day: string) => ({
  paper: {
    id,
    title,
    summary: makeAbstract(title),
    authors: [{ name: 'Ana Bó' }],
    submittedOnDailyAt: `${day}T03:00:00.000Z`,
    upvotes: 3,
  },
  title,
  numComments: 1,
});

test('takes a folder of seeds of several forms, and says what each brought', async () => {
  await add(['-', '--year', '2025'], seed);
  const folder = join(archive.seeds, '..', 'saved');
  mkdirSync(folder);
  const entries = [
    apiEntry('2503.00001', 'A Paper', '2025-03-12'),
    apiEntry('2503.00002', 'Another Paper', '2025-03-12'),
    apiEntry('2503.00003', 'A Third Paper', '2025-03-13'),
  ];
  const known = { ...entries[0], paper: { ...entries[0].paper, summary: makeAbstract('papers') } };
  writeFileSync(join(folder, 'answer'), JSON.stringify([known, ...entries.slice(1)]));
  writeFileSync(join(folder, '.DS_Store'), 'x');
  const { code, output } = await add([folder]);
  expect({ code, output }).toMatchObject({ code: 0 });
  expect(readdirSync(archive.seeds).sort()).toEqual([
    '2025-03-11.txt',
    '2025-03-12.json',
    'ledger.json',
  ]);
  const form = 'an answer of the Daily Papers API';
  expect(output).toMatch(new RegExp(`^seeds/2025-03-12\\.json +${form} +2025-03-12 +1 +1$`, 'm'));
  expect(output).toMatch(new RegExp(`^seeds/2025-03-12\\.json +${form} +2025-03-13 +1 +0$`, 'm'));
  expect(dayInLedger()).toEqual(['2025-03-11', '2025-03-12', '2025-03-13']);
});

test('--dry-run says what a file would bring, and writes nothing', async () => {
  const { code, output } = await add(['-', '--year', '2025', '--dry-run'], seed);
  expect(code).toBe(0);
  expect(output).toMatch(/^seeds\/2025-03-11\.txt +a pasted page +2025-03-11 +1 +0$/m);
  expect(output).toContain('Nothing was written');
  expect(existsSync(archive.seeds) ? readdirSync(archive.seeds) : []).toEqual([]);
});

test('refuses what does not look like a page of papers; --as-is accepts it for good', async () => {
  const titles = makeSeed('Mar 11', ['On Bridges', 'On Towers']);
  const refused = await add(['-', '--year', '2025'], titles);
  expect(refused.code).toBe(1);
  expect(refused.output).toContain('plausible/no-abstracts');
  expect(existsSync(archive.seeds) ? readdirSync(archive.seeds) : []).toEqual([]);
  expect(await add(['-', '--year', '2025', '--as-is'], titles)).toMatchObject({ code: 0 });
  expect(await add([archive.seeds])).toMatchObject({ code: 0 });
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

test('what is pasted without a year says which was assumed, and the command that changes it', async () => {
  const { code, output } = await add(['-'], seed);
  expect(code).toBe(0);
  const [day] = dayInLedger();
  const earlier = `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;
  expect(output).toContain(`note: seeds/${day}.txt: "Mar 11" names no year; ${day} is assumed`);
  const command = `seeds:redate -- seeds/${day}.txt ${earlier}`;
  expect(output).toContain(`To change it: npm run ${command}\n`);

  const args = command.split(' ').slice(2);
  expect(await archive.run('scripts/seeds-redate.ts', args)).toMatchObject({ code: 0 });
  expect(dayInLedger()).toEqual([earlier]);
});

test('--year is never passed over: against the name or the date line it is refused', async () => {
  await add(['-', '--year', '2025'], seed);
  const before = archive.ledger();
  for (const [args, input] of [
    [['-', '--year', '2024'], seed],
    [[join(archive.seeds, '2025-03-11.txt'), '--year', '2024'], undefined],
  ] as const) {
    const { code, output } = await add([...args], input);
    expect(code).toBe(1);
    expect(output).toContain('seeds/2025-03-11.txt:1:1  date/year');
    expect(output).toContain('mv seeds/2025-03-11.txt seeds/2024-03-11.txt');
  }
  const dated = await add(['-', '--year', '2023'], seed.replace('Mar 11', 'Mar 11, 2025'));
  expect(dated.code).toBe(1);
  expect(dated.output).toContain('standard input:5:1  date/year');
  expect(archive.ledger()).toBe(before);
  expect(readdirSync(archive.seeds)).toHaveLength(2);
});

test.each([
  ['a year without such a day', 'ledger.json', undefined, 'date/impossible'],
  ['a broken ledger', 'ledger.json', '{', 'ledger/not-json'],
  ['broken corrections', 'corrections.jsonl', 'x', 'correction/not-json'],
  ['a fault of another seed', 'other.txt', '', 'file/empty'],
])('%s copies nothing', async (_, name, content, code) => {
  if (content !== undefined) archive.write(name, content);
  const before = readdirSync(archive.seeds);
  const path = join(archive.seeds, '..', 'page.txt');
  writeFileSync(path, seed.replace('Mar 11', 'Feb 29'));
  const result = await add([path, '--year', '2025']);
  expect(result.code).toBe(1);
  expect(result.output).toContain(code);
  expect(result.output).toContain('nothing was built or changed');
  expect(readdirSync(archive.seeds)).toEqual(before);
  if (content === undefined) {
    expect(result.output).toContain(
      `${path}:5:1  date/impossible  The year 2025 has no day "Feb 29".`,
    );
    expect(result.output).toContain('page.txt --year 2024');
  }
});

test('an abstract of several paragraphs is asked about', async () => {
  const abstract = `${makeAbstract('a')}\n\n${makeAbstract('b')}\n\n${makeAbstract('c')}`;
  const { output } = await add(['-', '--year', '2025'], makeSeed('Mar 11', ['Title A', abstract]));
  expect(output).toContain(
    'note: seeds/2025-03-11.txt:7: the abstract of "Title A" has 3 paragraphs: is a title missing?',
  );
});

test('pairs that may be the same paper are named when one of them is added', async () => {
  const text = makeAbstract('papers').repeat(4);
  const alike = (word: string): string => text.replace('study', word).replace('confirm', word);
  const pair = makeSeed('Mar 12', ['On Roofs', alike('paint')], ['On Walls', alike('build')]);
  const first = await add(['-', '--year', '2025'], pair);
  expect(first.output).toMatch(/may be the same paper.*\n +0\.\d\d +On (?:Roofs|Walls)$/m);
  const other = makeSeed('Mar 13', ['On Doors', 'Doors open and close. We count how often.']);
  const second = await add(['-', '--year', '2025'], other);
  expect(second.code, second.output).toBe(0);
  expect(second.output).not.toContain('may be the same paper');
});

test('nothing pasted is said as such', async () => {
  const { code, output } = await add(['-'], '');
  expect(code).toBe(1);
  expect(output).toContain('standard input:1:1  file/empty  Nothing was pasted.');
  expect(output).not.toMatch(/seeds\/|delete/);
});

test('an empty folder is no capture, and a seeds folder that is missing is said', async () => {
  const folder = join(archive.seeds, '..', 'folder');
  mkdirSync(folder);
  const given = await add([folder]);
  expect(given).toMatchObject({ code: 1 });
  expect(given.output).toContain(`The folder ${folder} has no files.`);
  const missing = await archive.run('scripts/seeds-add.ts', ['-'], {
    env: { DAYLEAF_SEEDS: join(folder, 'seeds') },
    input: seed,
  });
  expect(missing).toMatchObject({ code: 1 });
  expect(missing.output).toContain('seeds/:1:1  file/missing');
  for (const { output } of [given, missing]) expect(output).not.toContain('    at ');
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

const calls: [string[], string][] = [
  [[], 'npm run seeds:add -- FILE'],
  [['no-such-file.txt'], 'There is no file no-such-file.txt'],
  [['x.txt', '--year', 'MMXXV'], '--year takes a year from 2000 to 2'],
  [['x.txt', '--year', '1999'], '--year takes a year from 2000 to 2'],
  [['x.txt', '--year', '2999'], '--year takes a year from 2000 to 2'],
  [['x.txt', '--yeer', '2025'], '--yeer'],
];
test.each(firstCases(3, calls))('called as %j it says what it expects', async (args, expected) => {
  const { code, output } = await add(args);
  expect(code).toBe(1);
  expect(output).toContain(expected);
  expect(output).not.toContain('    at ');
  expect(existsSync(join(archive.seeds, 'ledger.json'))).toBe(false);
});

test('a new capture with LaTeX that nobody knows is a warning, with its place, and no failure', async () => {
  const abstract = 'We present \\framework, a new system. It improves on all earlier ones.';
  const { code, output } = await add(
    ['-', '--year', '2025'],
    makeSeed('Mar 11', ['A Paper', abstract]),
  );
  expect(code).toBe(0);
  expect(output).toContain('warning: this looks like LaTeX');
  expect(output).toMatch(/seeds\/2025-03-11\.txt:\d+ {2}\\framework/);
});

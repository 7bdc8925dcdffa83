import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { firstCases } from '../tier.ts';
import { type ArchiveFixture, makeAbstract, makeArchive, makeSeed } from './archive-fixture.ts';

let archive: ArchiveFixture;

beforeAll(() => {
  archive = makeArchive();
});
afterAll(() => archive.dispose());

const good = makeSeed('Mar 11, 2025', ['A Good Paper', makeAbstract('goodness')]);

/** Each kind of wrong input: a file, and where and how it is named. */
const hostile: [name: string, content: string | Uint8Array, place: string, code: string][] = [
  ['no-date.txt', 'new\n\nA Title\n\nWe study. We find. We prove.\n', '1:1', 'date/missing'],
  [
    'impossible.txt',
    makeSeed('Feb 30', ['A Title', makeAbstract('time')]),
    '5:1',
    'date/impossible',
  ],
  ['early.txt', makeSeed('0001-01-01', ['A Title', makeAbstract('age')]), '5:1', 'date/range'],
  ['late.txt', makeSeed('Mar 11, 2099', ['A Title', makeAbstract('space')]), '5:1', 'date/range'],
  [
    'no-abstract.txt',
    makeSeed('Mar 11', ['One', makeAbstract('ones')], ['A Title Alone', '']),
    '11:1',
    'entry/no-abstract',
  ],
  [
    'no-title.txt',
    `new\n\nMar 11\n\n${makeAbstract('a')}\n\nA Title\n\n${makeAbstract('b')}\n`,
    '5:1',
    'entry/no-title',
  ],
  ['empty.txt', '', '1:1', 'file/empty'],
  [
    'latin1.txt',
    Buffer.from('new\n\nMar 11\n\nA caf\xe9\n\nText.\n', 'latin1'),
    '5:6',
    'file/not-utf8',
  ],
  ['nul.txt', 'new\n\nMar 11\n\nA\0B\n\nText.\n', '5:2', 'file/nul'],
  ['large.txt', Buffer.alloc(20 * 1024 * 1024 + 1, 'a'), '1:1', 'file/too-large'],
  ['notes.md', '# notes', '1:1', 'file/not-a-capture'],
];

/** Builds the archive; a ledger with a byte order mark and CRLF is no change, with `CI=true` either. */
async function buildFirst(): Promise<void> {
  archive.write('good.txt', good);
  await archive.run('scripts/seeds-add.ts', [archive.seeds]);
  const ledger = archive.ledger();
  const other = `\uFEFF${ledger.replaceAll('\n', '\r\n')}`;
  archive.write('ledger.json', other);
  expect(await archive.build({ CI: 'true' })).toMatchObject({ code: 0 });
  expect(archive.ledger()).toBe(other);
  archive.write('ledger.json', ledger);
}

test('a build names every fault of every seed with its place, fails, and leaves the last site as it was', async () => {
  await buildFirst();
  const before = archive.files();
  const ledger = archive.ledger();

  for (const [name, content] of hostile) archive.write(name, content);
  const { code, output } = await archive.build();

  expect(code).toBe(1);
  for (const [name, , place, kind] of hostile)
    expect(output).toContain(`seeds/${name}:${place}  ${kind}  `);
  expect(output.match(/^ {2}hint: /gm)?.length).toBeGreaterThanOrEqual(hostile.length);
  expect(output).not.toContain('    at ');
  expect(archive.files()).toEqual(before);
  expect(archive.ledger()).toBe(ledger);
});

test('several faults of one file come together', async () => {
  for (const [name] of hostile) archive.remove(name);
  archive.write(
    'two.txt',
    makeSeed('Feb 30', ['One', makeAbstract('ones')], ['A Title Alone', '']),
  );
  const { code, output } = await archive.build();
  expect(code).toBe(1);
  expect(output).toContain('seeds/two.txt:5:1  date/impossible');
  expect(output).toContain('seeds/two.txt:11:1  entry/no-abstract');
  archive.remove('two.txt');
});

test('a ledger that is no ledger is named with its line', async () => {
  const ledger = archive.ledger();
  archive.write('ledger.json', ledger.replace('"slug":"a-good-paper"', '"slug":"A Good Paper"'));
  const { code, output } = await archive.build();
  expect(code).toBe(1);
  expect(output).toMatch(
    /seeds\/ledger\.json:\d+:\d+ {2}ledger\/field {2}papers\[0\]\.slug must be lower-case words/,
  );
  archive.write('ledger.json', ledger);
});

test('a folder in seeds/, the ledger included, and an empty file are named once', async () => {
  archive.write('notes.md', '');
  mkdirSync(join(archive.seeds, 'drafts'));
  const ledger = archive.ledger();
  archive.remove('ledger.json');
  mkdirSync(join(archive.seeds, 'ledger.json'));
  const { code, output } = await archive.build();
  rmSync(join(archive.seeds, 'drafts'), { recursive: true });
  rmSync(join(archive.seeds, 'ledger.json'), { recursive: true });
  archive.write('ledger.json', ledger);
  archive.remove('notes.md');
  expect(code).toBe(1);
  expect(output.match(/^seeds\/\S+ {2}\S+/gm)).toEqual([
    'seeds/drafts:1:1  file/folder',
    'seeds/ledger.json:1:1  file/folder',
    'seeds/notes.md:1:1  file/empty',
  ]);
  expect(output).toContain('3 faults; nothing was built or changed.');
});

test('with CI=true a build that would change the ledger fails and says what to do', async () => {
  archive.write('new.txt', makeSeed('Mar 12, 2025', ['Another Paper', makeAbstract('novelty')]));
  const ledger = archive.ledger();
  const { code, output } = await archive.build({ CI: 'true' });
  expect(code).toBe(1);
  expect(output).toContain('ledger/incomplete');
  expect(output).toContain('npm run seeds:add');
  expect(archive.ledger()).toBe(ledger);
});

test('a check of a site that is older than its seeds says so', async () => {
  const { code, output } = await archive.run('tests/check-site.ts');
  expect(code).toBe(1);
  expect(output).toContain('ledger/incomplete');
  expect(output).toContain('npm run build');
  expect(output).toContain('1 fault; nothing was checked.');
  expect(output).not.toContain('CI=true');
});

test('a check without a site says so', async () => {
  const { code, output } = await archive.run('tests/check-site.ts', [], {
    env: { DAYLEAF_OUT: join(archive.seeds, '..', 'nowhere') },
  });
  expect(code).toBe(1);
  expect(output).toContain('npm run build makes it');
  expect(output).not.toContain('    at ');
});

const addresses: [string, string][] = [
  ['example.org/archive', 'SITE_URL must be an address such as https://example.org/archive/'],
  ['https://example.org/archiv-ü/', 'SITE_URL must have a path of ASCII letters'],
  ['https://example.org/my archive/', 'SITE_URL must have a path of ASCII letters'],
];
test.each(firstCases(1, addresses))(
  'the address %s is refused before anything is written',
  async (address, message) => {
    const ledger = archive.ledger();
    const { code, output } = await archive.build({ SITE_URL: address });
    expect(code).toBe(1);
    expect(output).toContain(message);
    expect(output).not.toContain('    at ');
    expect(archive.ledger()).toBe(ledger);
  },
);

import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MAX_SEED_SIZE_BYTES } from '../../../src/capture/decode-seed.ts';
import { CaptureError } from '../../../src/capture/problem.ts';
import { seedLabel } from '../../../src/capture/seed-name.ts';
import { readSeeds } from '../../../src/store/read-seeds.ts';
import { readCapture } from '../forms/read-capture.ts';

const good = 'Mar 11, 2025\n\nLight Bridge\n\nWe build a bridge. It is light.\n';
const encode = (text: string) => new TextEncoder().encode(text);

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dayleaf-seeds-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

const put = (name: string, content: string | Uint8Array) => writeFile(join(folder, name), content);
const faults = async () =>
  (await readSeeds(folder)).problems.map((p) => `${p.file}:${p.line}:${p.column} ${p.code}`);

describe('readSeeds', () => {
  it('reads every capture, in the order of the files’ names', async () => {
    await put('b.txt', good);
    await put('a.txt', good.replace('Light', 'Dark'));
    const { captures, problems } = await readSeeds(folder);
    expect(problems).toEqual([]);
    expect(captures.map(({ file, entries }) => [file, entries[0]?.title])).toEqual([
      ['seeds/a.txt', 'Dark Bridge'],
      ['seeds/b.txt', 'Light Bridge'],
    ]);
  });

  it('finds nothing in an empty folder', async () => {
    expect(await readSeeds(folder)).toEqual({ captures: [], ledger: undefined, problems: [] });
  });

  it('gives the text of the ledger as it stands', async () => {
    await put('ledger.json', '{"not": "looked at"\n');
    expect(await readSeeds(folder)).toMatchObject({
      ledger: '{"not": "looked at"\n',
      problems: [],
    });
  });

  it('leaves alone what is hidden and what else belongs there', async () => {
    await put('.DS_Store', 'x\0');
    await put('.draft.txt', 'half a capture');
    await put('corrections.jsonl', '{}');
    await mkdir(join(folder, '.git'));
    expect(await readSeeds(folder)).toEqual({
      captures: [],
      ledger: undefined,
      corrections: '{}',
      problems: [],
    });
  });

  it('names all faults of all files together, and reads the good ones all the same', async () => {
    await put('a.txt', '');
    await put('b.txt', 'Feb 30\n\nTitle\n\nAbstract. It is.\n\nA title alone\n');
    await put('c.md', '{"a": 1}');
    await put('d.txt', good);
    await put('e.txt', Uint8Array.of(0x41, 0x0a, 0xff));
    await put('f.txt', 'Mar 11\n\nA\0');
    expect(await faults()).toEqual([
      'seeds/a.txt:1:1 file/empty',
      'seeds/b.txt:1:1 date/impossible',
      'seeds/b.txt:7:1 entry/no-abstract',
      'seeds/c.md:1:1 file/unknown-form',
      'seeds/e.txt:2:1 file/not-utf8',
      'seeds/f.txt:3:2 file/nul',
    ]);
    expect((await readSeeds(folder)).captures.map(({ file }) => file)).toEqual(['seeds/d.txt']);
  });

  it('reports a folder among the seeds and does not fall over it', async () => {
    await mkdir(join(folder, 'folder.txt'));
    await put('good.txt', good);
    const { captures, problems } = await readSeeds(folder);
    expect(captures).toHaveLength(1);
    expect(problems).toMatchObject([
      { file: 'seeds/folder.txt', line: 1, column: 1, code: 'file/folder' },
    ]);
  });

  it.each(['drafts', 'ledger.json', 'corrections.jsonl'])(
    'reports the folder %s once',
    async (name) => {
      await mkdir(join(folder, name));
      expect(await faults()).toEqual([`seeds/${name}:1:1 file/folder`]);
    },
  );

  it('reports a link that leads nowhere', async () => {
    await symlink(join(folder, 'nowhere'), join(folder, 'a.txt'));
    expect(await faults()).toEqual(['seeds/a.txt:1:1 file/unreadable']);
  });

  // Windows has neither named pipes in folders nor /dev.
  it.skipIf(process.platform === 'win32').each(['a.txt', 'ledger.json', 'corrections.jsonl'])(
    'reports a named pipe or a device as %s once, and waits for neither',
    async (name) => {
      execFileSync('mkfifo', [join(folder, name)]);
      expect(await faults()).toEqual([`seeds/${name}:1:1 file/special`]);
      await rm(join(folder, name));
      await symlink('/dev/zero', join(folder, name));
      expect(await faults()).toEqual([`seeds/${name}:1:1 file/special`]);
    },
  );

  it('refuses a file of more than 20 MB, and names its size', async () => {
    await put('a.txt', good);
    await truncate(join(folder, 'a.txt'), 10 * MAX_SEED_SIZE_BYTES);
    const { problems } = await readSeeds(folder);
    expect(problems).toMatchObject([{ file: 'seeds/a.txt', code: 'file/too-large' }]);
    expect(problems[0]?.message).toContain(`has ${10 * MAX_SEED_SIZE_BYTES} bytes`);
  });

  it('reads names that need care', async () => {
    const names = ['ä ö.txt', '%20.txt', 'a"b.txt', '数.txt'];
    for (const name of names) await put(name, good);
    const { captures } = await readSeeds(folder);
    expect(captures.map(({ file }) => file)).toEqual([...names].sort().map(seedLabel));
  });

  it('throws when there is no such folder', async () => {
    await expect(readSeeds(join(folder, 'nowhere'))).rejects.toThrow(CaptureError);
    await expect(readSeeds(join(folder, 'nowhere'))).rejects.toThrow('seeds/:1:1  file/missing');
  });
});

describe('readCapture', () => {
  const shaOf = (text: string) => readCapture('seeds/a.txt', encode(text)).sha256;

  it.each([
    ['CRLF', good.replaceAll('\n', '\r\n')],
    ['CR', good.replaceAll('\n', '\r')],
    ['a byte order mark', `\uFEFF${good}`],
    ['no-break spaces', good.replaceAll(' ', '\u00A0')],
    ['zero-width characters', good.replace('Light', 'Li\u200Bght')],
    ['spaces at the ends of lines', good.replaceAll('\n', '  \n')],
    ['no line end at the end of the file', good.trimEnd()],
    ['empty lines at the end of the file', `${good}\n\n`],
  ])('gives the same identity with %s', (_, text) => {
    expect(shaOf(text)).toBe(shaOf(good));
  });

  it('gives the same identity under another name', () => {
    expect(readCapture('seeds/b.txt', encode(good)).sha256).toBe(shaOf(good));
  });

  it('gives another identity when a letter differs', () => {
    expect(shaOf(good.replace('light', 'Light'))).not.toBe(shaOf(good));
  });

  it('is the SHA-256 of the normalised text', () => {
    expect(shaOf(good)).toMatch(/^[0-9a-f]{64}$/);
  });
});

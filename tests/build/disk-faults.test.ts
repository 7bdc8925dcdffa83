import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { firstCases, isLong } from '../tier.ts';
import { type ArchiveFixture, makeAbstract, makeArchive, makeSeed } from './archive-fixture.ts';
import { projectCopy } from './project-copies.ts';

let archive: ArchiveFixture;
let before: { files: Record<string, string>; ledger: string };

beforeAll(async () => {
  archive = makeArchive();
  archive.write('2025-03-11.txt', makeSeed('Mar 11', ['First Paper', makeAbstract('firsts')]));
  await archive.run('scripts/seeds-add.ts', [archive.seeds]);
  // That seeds/ is read-only is no fault where nothing is new.
  expect(await archive.build(failWrites('seeds', 'EROFS'))).toMatchObject({ code: 0 });
  before = { files: archive.files(), ledger: archive.ledger() };
  archive.write('2025-03-12.txt', makeSeed('Mar 12', ['Second Paper', makeAbstract('seconds')]));
});
afterAll(() => archive.dispose());

const failWrites = (folder: string, code: string) => ({
  FAIL_UNDER: join(archive.folder, folder),
  FAIL_CODE: code,
  NODE_OPTIONS: `--import=${resolve('tests/build/fail-writes.ts')}`,
});

function expectUntouched(): void {
  expect(archive.files()).toEqual(before.files);
  expect(archive.ledger()).toBe(before.ledger);
  expect(readdirSync(archive.folder).sort()).toEqual(['cache', 'dist', 'seeds']);
  expect(readdirSync(archive.seeds).sort()).toEqual([
    '2025-03-11.txt',
    '2025-03-12.txt',
    'ledger.json',
  ]);
}

const faults = [
  [
    'the disk is full while pages are written',
    '.dist-next',
    'ENOSPC',
    'a file',
    'the disk is full',
  ],
  ['seeds/ is read-only', 'seeds', 'EROFS', '.*/seeds', 'it is read-only'],
  ['the disk is full while the cache is written', 'cache', 'ENOSPC', 'a file', 'the disk is full'],
  ['the ledger meets a full disk', 'seeds/.ledger', 'ENOSPC', '.*/ledger.json', 'the disk is full'],
  ['seeds/ belongs to somebody else', 'seeds', 'EACCES', '.*/seeds', 'permission is denied'],
] as const;
test.each(firstCases(2, faults))(
  'where %s, a build says so and leaves all as it was',
  async (_, folder, code, where, what) => {
    if (folder === 'cache') rmSync(archive.cache, { recursive: true });
    const result = await archive.build(failWrites(folder, code));
    expect(result.code).toBe(1);
    expect(result.output).toMatch(
      new RegExp(`^Cannot write ${where}: ${what} \\(${code}\\)\\.$`, 'm'),
    );
    expect(result.output).toMatch(
      /^ {2}hint: .*run the command again; the last site is as it was\.$/m,
    );
    if (code === 'ENOSPC')
      expect(result.output).toMatch(
        new RegExp(`^ {2}\\d+\\.\\d MB free in ${archive.folder}$`, 'm'),
      );
    expect(result.output).not.toContain('    at ');
    expectUntouched();
  },
);

test('a read-only seeds/ is found out before the work', async () => {
  const { output } = await archive.build(failWrites('seeds', 'EROFS'));
  expect(output).not.toContain('Writing the pages');
});

const addingFaults = [
  ['seeds', 'EROFS', 'it is read-only'],
  ['seeds', 'ENOSPC', 'the disk is full'],
  ['seeds/.ledger', 'ENOSPC', 'the disk is full'],
] as const;
test.each(firstCases(1, addingFaults))(
  'adding a capture where writing %s fails with %s says so',
  async (folder, code, what) => {
    const input = makeSeed('Mar 13', ['Third Paper', makeAbstract('thirds')]);
    const args = ['-', '--year', '2025'];
    const options = { env: failWrites(folder, code), input };
    const result = await archive.run('scripts/seeds-add.ts', args, options);
    expect(result.code).toBe(1);
    expect(result.output).toContain(`${what} (${code})`);
    expect(result.output).not.toContain('    at ');
    expectUntouched();
  },
);

test('a place for the site that no folder can be at is said', async () => {
  const file = join(archive.folder, 'cache', 'file');
  writeFileSync(file, '');
  const { code, output } = await archive.build({ DAYLEAF_OUT: join(file, 'dist') });
  expect(code).toBe(1);
  expect(output).toContain('a file stands where a folder must be');
  expect(output).not.toContain('    at ');
});

test.skipIf(process.platform === 'win32')(
  'a build that may write small files only says so in a sentence, and leaves all as it was',
  () => {
    const script = 'ulimit -f 1000 && exec "$0" "$@"';
    const { status, stdout, stderr } = spawnSync(
      '/bin/sh',
      ['-c', script, process.execPath, 'scripts/build.ts'],
      {
        cwd: projectCopy(),
        encoding: 'utf8',
        env: {
          ...process.env,
          DAYLEAF_SEEDS: resolve('seeds'),
          DAYLEAF_OUT: join(archive.folder, 'limited'),
          DAYLEAF_CACHE: join(archive.folder, 'limited-cache'),
        },
      },
    );
    const output = stdout + stderr;
    expect(status, output).toBe(1);
    expect(output).toMatch(/Cannot write .*\((?:EIO|EFBIG|ENOSPC)\)\.\n {2}hint: .*ulimit -f/);
    expect(output).not.toContain('    at ');
    expect(existsSync(join(archive.folder, 'limited'))).toBe(false);
  },
);

test.runIf(isLong)('when the disk is repaired the next build succeeds', async () => {
  expect(await archive.build()).toMatchObject({ code: 0 });
  expect(archive.text('papers/second-paper/index.html')).toContain('We study seconds');
});

import { cpSync, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { lockFile, lockFolder } from '../../scripts/lock-folder.ts';
import {
  type ArchiveFixture,
  killAt,
  makeAbstract,
  makeArchive,
  makeSeed,
} from './archive-fixture.ts';
import { listDifferences } from './compare-sites.ts';

// One moment before the site is swapped, and the one between its two renames: see `killed.test.ts` for the others.
let archive: ArchiveFixture;
let last: string;
let ledger: string;

beforeAll(async () => {
  archive = makeArchive();
  archive.write('2025-03-11.txt', makeSeed('Mar 11', ['First Paper', makeAbstract('O(n log n)')]));
  expect(await archive.build()).toMatchObject({ code: 0 });
  last = join(archive.folder, 'last');
  cpSync(archive.site, last, { recursive: true });
  ledger = archive.ledger();
  archive.write('2025-03-12.txt', makeSeed('Mar 12', ['Second Paper', makeAbstract('x^{2}')]));
});
afterAll(() => archive.dispose());

const runNothing = () => archive.run('scripts/run.mjs', ['node', '--version']);

test('a build that is killed leaves the last site, and a lock', async () => {
  expect(await archive.build(killAt('write papers/second-paper/'))).toMatchObject({ code: null });
  expect(listDifferences(archive.site, last)).toEqual([]);
  expect(archive.ledger()).toBe(ledger);
  expect(existsSync(lockFile(archive.site))).toBe(true);
});

test('a site that was moved away is put back by the next command, unless a build is running', async () => {
  // The lock of the build that was killed before does not stop this one.
  const swapped = join(archive.folder, '.dist-old');
  expect(await archive.build(killAt('rename .dist-old'))).toMatchObject({ code: null });
  expect([existsSync(archive.site), existsSync(swapped)]).toEqual([false, true]);
  const unlock = lockFolder(archive.site);
  await runNothing();
  expect(existsSync(archive.site)).toBe(false);
  unlock?.();
  // An address that is none: the command ends before it does anything.
  const env = { SITE_URL: 'nonsense' };
  const { code, output } = await archive.run('scripts/run.mjs', ['node', 'tests/check-site.ts'], {
    env,
  });
  expect(code).toBe(1);
  expect(output).toContain(`${archive.site} is put back as it was`);
  expect(output).not.toContain('    at ');
  expect(listDifferences(archive.site, last)).toEqual([]);
  // The ledger was the next one by then: no address is ever public that it does not have.
  expect(archive.ledger()).toContain('second-paper');
});

test('of two builds at once the second is refused, and the first is not disturbed', async () => {
  const first = archive.build();
  const isLocked = () => existsSync(lockFile(archive.site));
  await vi.waitUntil(isLocked, { timeout: 60_000, interval: 20 });
  const second = await archive.build();
  expect(second.code).toBe(1);
  expect(second.output).toContain(`Another build is writing to ${archive.site}.`);
  expect(second.output).toContain('hint: wait until it has ended');
  expect(second.output).not.toContain('    at ');
  expect(await first).toMatchObject({ code: 0 });
  expect(archive.text('papers/second-paper/index.html')).toContain('Second Paper');
  expect(readdirSync(archive.folder).sort()).toEqual(['cache', 'dist', 'last', 'seeds']);
});

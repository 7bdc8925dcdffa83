import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { buildSteps } from '../../scripts/build-steps.ts';
import { claimFile } from '../../scripts/site-folder.mjs';
import { createRandom } from '../../scripts/train/random.ts';
import { type ArchiveFixture, makeAbstract, makeArchive, makeSeed } from './archive-fixture.ts';

// A test here is several builds, one after the other: on a busy machine that takes its time.
vi.setConfig({ testTimeout: 400_000, hookTimeout: 400_000 });

/** A site as it was built, and one with a paper more in the seeds: what a killed build may leave. */
let before: ArchiveFixture;
let after: ArchiveFixture;
let files: { before: Record<string, string>; after: Record<string, string> };
let durationMs: number;
let archive: ArchiveFixture;

beforeAll(async () => {
  before = makeArchive();
  before.write('2025-03-11.txt', makeSeed('Mar 11', ['First Paper', makeAbstract('O(n log n)')]));
  expect(await before.build()).toMatchObject({ code: 0 });
  after = copyOf(before);
  before.write('2025-03-12.txt', makeSeed('Mar 12', ['Second Paper', makeAbstract('x^{2}')]));
  cpSync(before.seeds, after.seeds, { recursive: true });
  const begin = performance.now();
  expect(await after.build()).toMatchObject({ code: 0 });
  durationMs = performance.now() - begin;
  files = { before: before.files(), after: after.files() };
  expect(files.after).not.toEqual(files.before);
});
afterAll(() => {
  before.dispose();
  after.dispose();
});
beforeEach(() => {
  archive = copyOf(before);
});
afterEach(() => archive.dispose());

/** An archive like another, in a place of its own. */
function copyOf(other: ArchiveFixture): ArchiveFixture {
  const copy = makeArchive();
  cpSync(other.folder, copy.folder, { recursive: true });
  return copy;
}

const killAt = (moment: string) => ({
  KILL_AT: moment,
  NODE_OPTIONS: `--import=${resolve('tests/build/kill-at.ts')}`,
});

/** What is to hold of an archive whenever a build of it was killed, once a command has been run. */
function expectWhole(): void {
  const site = archive.files();
  const isAfter = site['/papers/second-paper/index.html'] !== undefined;
  expect(site).toEqual(isAfter ? files.after : files.before);
  expect([before.ledger(), after.ledger()]).toContain(archive.ledger());
  // No address is ever public that the ledger does not keep.
  if (isAfter) expect(archive.ledger()).toBe(after.ledger());
  const store = join(archive.cache, 'data-store.json');
  expect(() => JSON.parse(readFileSync(store, 'utf8'))).not.toThrow();
}

/** That the next build succeeds, gives what it is to give, and leaves nothing else behind. */
async function expectMended(): Promise<void> {
  expect(await archive.build()).toMatchObject({ code: 0 });
  expect(archive.files()).toEqual(files.after);
  expect(archive.ledger()).toBe(after.ledger());
  expect(readdirSync(archive.folder).sort()).toEqual(['cache', 'dist', 'seeds']);
}

const runNothing = (env?: Record<string, string>) =>
  archive.run('scripts/run.mjs', ['node', '--version'], { env });

describe('a build that is killed', () => {
  test.each(Object.values(buildSteps))(
    'at its step "%s" leaves the last or the next site',
    async (step) => {
      const { code, output } = await archive.build(killAt(step));
      expect(code).toBe(null);
      expect(output.trimEnd().split('\n').at(-1)).toBe(`${step} …`);
      expectWhole();
      await expectMended();
    },
  );

  test('between the two renames of the swap: the next command of any kind puts the last site back', async () => {
    expect(await archive.build(killAt('rename .dist-old'))).toMatchObject({ code: null });
    expect(existsSync(archive.site)).toBe(false);
    // None of these builds: the address is none, which each says before it does anything.
    for (const command of ['start', 'build', 'dev', 'check', 'bench:pages']) {
      const torn = copyOf(archive);
      const script: string = JSON.parse(readFileSync('package.json', 'utf8')).scripts[command];
      const [, runner = '', ...args] = script.split(' ');
      const { code, output } = await torn.run(runner, args, { env: { SITE_URL: 'nonsense' } });
      expect({ command, code }).toEqual({ command, code: 1 });
      expect(output).toContain(`${torn.site} is put back as it was`);
      expect(output).toContain('SITE_URL must be an address');
      expect(output).not.toContain('    at ');
      expect(torn.files()).toEqual(files.before);
      torn.dispose();
    }
    await runNothing();
    expectWhole();
    await expectMended();
  });

  test('right after the swap: the next site is there', async () => {
    expect(await archive.build(killAt('rename dist'))).toMatchObject({ code: null });
    expect(archive.files()).toEqual(files.after);
    await expectMended();
  });

  test('while the ledger is renamed: it is the next one, and the site the last', async () => {
    expect(await archive.build(killAt('rename ledger.json'))).toMatchObject({ code: null });
    expect(archive.ledger()).toBe(after.ledger());
    expect(archive.files()).toEqual(files.before);
    await expectMended();
  });

  test('at twenty random moments leaves the last or the next site', {
    timeout: 400_000,
  }, async () => {
    const random = createRandom(20250311);
    for (let turn = 0; turn < 20; turn++) {
      archive.dispose();
      archive = copyOf(before);
      const { code } = await archive.run('scripts/build.ts', [], {
        killAfterMs: random() * durationMs,
      });
      expect([null, 0]).toContain(code);
      await runNothing();
      expectWhole();
      // A build after each would say no more than after every fifth, and takes as long as ten kills.
      if (turn % 5 === 4) await expectMended();
    }
  });
});

describe('two builds at once', () => {
  test('the second says that the first is at work, and the first is not disturbed', async () => {
    const first = archive.build();
    const isClaimed = () =>
      readdirSync(archive.folder).some((name) => name.startsWith('.dist-building-'));
    await vi.waitUntil(isClaimed, { timeout: 60_000, interval: 20 });
    const second = await archive.build();
    expect(second.code).toBe(1);
    expect(second.output).toMatch(/^Another build is writing .*dist \(process \d+\)\.$/m);
    expect(second.output).toContain('hint: wait for it');
    expect(second.output).not.toContain('    at ');
    expect(await first).toMatchObject({ code: 0 });
    expect(archive.files()).toEqual(files.after);
  });

  test('the claim of a killed build holds nobody up, though its number is another process’s now', async () => {
    // This process lives, and did not begin at tick 1; of a process 4194304 no system has any.
    for (const claim of [`${process.pid}-1`, '4194304-1', '4194304-0'])
      writeFileSync(join(archive.folder, `.dist-building-${claim}`), '');
    await expectMended();
  });

  test('while one is at work, a site that is out of the way is not put back', async () => {
    expect(await archive.build(killAt('rename .dist-old'))).toMatchObject({ code: null });
    const claim = claimFile(archive.site);
    writeFileSync(claim, '');
    await runNothing();
    expect(existsSync(archive.site)).toBe(false);
    rmSync(claim);
    await runNothing();
    expect(archive.files()).toEqual(files.before);
  });
});

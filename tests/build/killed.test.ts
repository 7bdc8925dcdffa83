import { cpSync, existsSync, lstatSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { createRandom } from '../../scripts/train/random.ts';
import {
  type ArchiveFixture,
  killAt,
  makeAbstract,
  makeArchive,
  makeSeed,
} from './archive-fixture.ts';
import { listDifferences, listPaths } from './compare-sites.ts';
import { makePaper } from './make-papers.ts';

// A test here is several builds, one after the other: on a busy machine that takes its time.
vi.setConfig({ testTimeout: 400_000, hookTimeout: 400_000 });

/** At how many moments a build is killed at random. */
const kills = 20;
const seed = Number(process.env.DAYLEAF_EDITS_SEED ?? 20250311);

/**
 * A site as it was built, with another day in the seeds, and the site with that day: what a killed build may
 * leave. The day has so many papers that their records are made by workers.
 */
let before: ArchiveFixture;
let after: ArchiveFixture;
let durationMs: number;
let archive: ArchiveFixture;

beforeAll(async () => {
  before = makeArchive();
  before.write('2025-03-11.txt', makeSeed('Mar 11', ['First Paper', makeAbstract('O(n log n)')]));
  expect(await before.build()).toMatchObject({ code: 0 });
  after = copyOf(before);
  const random = createRandom(1);
  const papers = Array.from({ length: 30 }, (): [string, string] => {
    const { title, abstract } = makePaper(random);
    return [title, abstract];
  });
  papers.push(['Second Paper', makeAbstract('x^{2}')]);
  before.write('2025-03-12.txt', makeSeed('Mar 12', ...papers));
  cpSync(before.seeds, after.seeds, { recursive: true });
  const begin = performance.now();
  expect(await after.build()).toMatchObject({ code: 0 });
  durationMs = performance.now() - begin;
  expect(listDifferences(before.site, after.site)).not.toEqual([]);
});
afterAll(() => {
  before.dispose();
  after.dispose();
});
beforeEach(() => {
  archive = copyOf(before);
});
afterEach(() => archive.dispose());

/** An archive like another, in a place of its own; its files have the times of the other's. */
function copyOf(other: ArchiveFixture): ArchiveFixture {
  const copy = makeArchive();
  cpSync(other.folder, copy.folder, { recursive: true, preserveTimestamps: true });
  return copy;
}

/** The files of a folder, with all that changes when something writes into one of them. */
const describeFiles = (folder: string): string[] =>
  listPaths(folder).map((path) => {
    const { ino, size, mtimeMs } = lstatSync(join(folder, path));
    return `${path} ${ino} ${size} ${mtimeMs}`;
  });

/** What is to hold of an archive whenever a build of it was killed, once a command has been run. */
function expectWhole(): void {
  const isAfter = existsSync(join(archive.site, 'papers/second-paper/index.html'));
  expect(listDifferences(archive.site, (isAfter ? after : before).site)).toEqual([]);
  expect([before.ledger(), after.ledger()]).toContain(archive.ledger());
  // No address is ever public that the ledger does not keep.
  if (isAfter) expect(archive.ledger()).toBe(after.ledger());
}

/** That the next build succeeds, gives what it is to give, and leaves nothing else behind. */
async function expectRepaired(): Promise<void> {
  expect(await archive.build()).toMatchObject({ code: 0 });
  expect(listDifferences(archive.site, after.site)).toEqual([]);
  expect(archive.ledger()).toBe(after.ledger());
  expect(readdirSync(archive.folder).sort()).toEqual(['cache', 'dist', 'seeds']);
}

const runNothing = (env?: Record<string, string>) =>
  archive.run('scripts/run.mjs', ['node', '--version'], { env });

describe('a build that is killed', () => {
  const stages: [string, string[]][] = [
    [
      'while records are made',
      [
        'note: SITE_URL',
        'start record-worker',
        'sql INSERT OR REPLACE INTO terms',
        'sql INSERT OR REPLACE INTO related',
      ],
    ],
    [
      'while pages are taken over and rendered',
      ['link papers/first-paper', 'write papers/second-paper/', 'write api/'],
    ],
    [
      'while the index is written',
      ['start search-worker', 'write search/titles/9.txt', 'sql INSERT OR REPLACE INTO segment'],
    ],
    [
      'while packs are written, and before the ledger is',
      ['write offline/packs/', 'write offline/latest.json', 'open .ledger.json'],
    ],
  ];
  test.each(stages)(
    '%s leaves the last site, into which nothing was written',
    async (_, moments) => {
      const last = describeFiles(archive.site);
      // Each build goes on from what the one before has left.
      for (const moment of moments) {
        expect(await archive.build(killAt(moment)), moment).toMatchObject({ code: null });
        expect(describeFiles(archive.site), moment).toEqual(last);
        expect(archive.ledger(), moment).toBe(before.ledger());
      }
      await expectRepaired();
    },
  );

  test('while the index is made anew, of which one file was changed, leaves the others as they were', async () => {
    archive.remove('2025-03-12.txt');
    writeFileSync(join(archive.site, 'search/words.txt'), 'mine');
    const last = describeFiles(archive.site);
    expect(await archive.build(killAt('write search/titles/9.txt'))).toMatchObject({
      code: null,
    });
    expect(describeFiles(archive.site)).toEqual(last);
    expect(await archive.build()).toMatchObject({ code: 0 });
    expect(listDifferences(archive.site, before.site)).toEqual([]);
  });

  test('between the two renames of the swap: the next command of any kind puts the last site back', async () => {
    expect(await archive.build(killAt('rename .dist-old'))).toMatchObject({ code: null });
    expect(existsSync(archive.site)).toBe(false);
    // None of these builds: the address is none, which each says before it does anything.
    for (const command of ['start', 'build', 'dev', 'check']) {
      const torn = copyOf(archive);
      const script: string = JSON.parse(readFileSync('package.json', 'utf8')).scripts[command];
      const [, runner = '', ...args] = script.split(' ');
      const { code, output } = await torn.run(runner, args, { env: { SITE_URL: 'nonsense' } });
      expect({ command, code }).toEqual({ command, code: 1 });
      expect(output).toContain(`${torn.site} is put back as it was`);
      expect(output).toContain('SITE_URL must be an address');
      expect(output).not.toContain('    at ');
      expect(listDifferences(torn.site, before.site)).toEqual([]);
      torn.dispose();
    }
    await runNothing();
    expectWhole();
    await expectRepaired();
  });

  const late: [string, string][] = [
    ['right after the swap', 'rename dist'],
    ['before what the next build must know is kept', 'sql INSERT OR REPLACE INTO file'],
  ];
  test.each(late)('%s: the next site is there', async (_, moment) => {
    expect(await archive.build(killAt(moment))).toMatchObject({ code: null });
    expect(listDifferences(archive.site, after.site)).toEqual([]);
    await expectRepaired();
  });

  test('while the ledger is renamed: it is the next one, and the site the last', async () => {
    expect(await archive.build(killAt('rename ledger.json'))).toMatchObject({ code: null });
    expect(archive.ledger()).toBe(after.ledger());
    expect(listDifferences(archive.site, before.site)).toEqual([]);
    await expectRepaired();
  });

  test(`at ${kills} moments drawn from ${seed} leaves the last or the next site`, {
    timeout: 400_000 + kills * 20_000,
  }, async () => {
    const random = createRandom(seed);
    for (let turn = 1; turn <= kills; turn++) {
      archive.dispose();
      archive = copyOf(before);
      const { code } = await archive.run('scripts/build.ts', [], {
        killAfterMs: random() * durationMs,
      });
      expect([null, 0]).toContain(code);
      await runNothing();
      expectWhole();
      // A build after each would say no more than after every fifth, and takes as long as ten kills.
      if (turn % 5 === 0) await expectRepaired();
    }
  });
});

import { spawnSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createRandom } from '../../scripts/train/random.ts';
import { type ArchiveFixture, makeArchive } from './archive-fixture.ts';
import { listDifferences } from './compare-sites.ts';
import { markupTexts } from './make-papers.ts';
import { makeSeeds, writeSeeds } from './random-edits.ts';

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

let seeds: ArchiveFixture;
let usual: ArchiveFixture;

beforeAll(async () => {
  seeds = makeArchive();
  // So many papers that every core has a worker that makes records.
  const kept = makeSeeds(createRandom(7));
  expect([...kept.captures.values()].flat().length).toBeGreaterThan(60);
  kept.captures.set(
    '2025-04-02.txt',
    markupTexts.map((abstract, i) => ({ title: `Paper ${i} with <b>bold</b> text`, abstract })),
  );
  writeSeeds(kept, seeds.seeds);
  usual = await buildAnew({ TZ: 'UTC' });
});
afterAll(() => {
  seeds.dispose();
  usual.dispose();
});

/** A build of the seeds, from nothing else. */
async function buildAnew(env: Record<string, string>): Promise<ArchiveFixture> {
  const archive = makeArchive();
  cpSync(seeds.seeds, archive.seeds, { recursive: true });
  expect(await archive.build(env)).toMatchObject({ code: 0 });
  return archive;
}

async function expectTheSame(env: Record<string, string>): Promise<void> {
  const archive = await buildAnew(env);
  expect(listDifferences(archive.site, usual.site)).toEqual([]);
  expect(archive.ledger()).toBe(usual.ledger());
  archive.dispose();
}

describe('two builds of one state are equal', () => {
  const zones: [string, Record<string, string>][] = [
    ['fourteen hours before UTC', { TZ: 'Pacific/Kiritimati', LC_ALL: 'tr_TR.UTF-8' }],
    ['eight hours behind it', { TZ: 'America/Los_Angeles', LC_ALL: 'C' }],
  ];
  test.each(zones)('in a time zone %s, in whatever language', async (_, env) => {
    await expectTheSame(env);
  });

  test('on one core and on several', async ({ skip }) => {
    const hasTaskset = spawnSync('taskset', ['--version']).status === 0;
    skip(!hasTaskset, 'there is no taskset, which gives a process one core');
    skip(availableParallelism() === 1, 'there is but one core');
    await expectTheSame({
      TZ: 'UTC',
      NODE_OPTIONS: `--import=${resolve(join('tests', 'build', 'one-core.ts'))}`,
    });
  });
});

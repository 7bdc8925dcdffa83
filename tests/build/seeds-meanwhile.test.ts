import { cpSync, existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { firstCases, isLong } from '../tier.ts';
import { type ArchiveFixture, makeAbstract, makeArchive, makeSeed } from './archive-fixture.ts';
import { listDifferences } from './compare-sites.ts';

// A test is three builds, one after the other: on a busy machine that takes its time.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

let archive: ArchiveFixture;

beforeEach(() => {
  archive = makeArchive();
  archive.write('2025-03-11.txt', makeSeed('Mar 11', ['First Paper', makeAbstract('O(n log n)')]));
  archive.write('2025-03-12.txt', makeSeed('Mar 12', ['Second Paper', makeAbstract('x^{2}')]));
});
afterEach(() => archive.dispose());

/** A build during which seeds change. @param files contents by name, null for a file that is removed */
const buildWhile = (moment: string, files: Record<string, string | null>) =>
  archive.build({
    WRITE_AT: moment,
    WRITE_FILES: JSON.stringify(
      Object.fromEntries(
        Object.entries(files).map(([name, content]) => [join(archive.seeds, name), content]),
      ),
    ),
    NODE_OPTIONS: `--import=${resolve('tests/build/write-at.ts')}`,
  });

const moments = [
  ['pages are written', 'write papers/'],
  ['the ledger is renamed', 'rename ledger.json'],
  ['the site is swapped in', 'rename dist'],
] as const;
test.each(firstCases(1, moments))(
  'when %s, seeds change: the site has what was there when the build began',
  async (_, moment) => {
    const seeds = join(archive.folder, 'seeds-before');
    cpSync(archive.seeds, seeds, { recursive: true });
    const changed = {
      '2025-03-12.txt': null,
      '2025-03-13.txt': makeSeed('Mar 13', ['Third Paper', makeAbstract('thirds')]),
      '2025-03-11.txt': makeSeed('Mar 11', ['First Paper', makeAbstract('O(n log n) or less')]),
      'corrections.jsonl': '{"paper":"first-paper","captured":"O(n log n)","latex":null}\n',
    };
    const { code, output } = await buildWhile(moment, changed);
    expect(code).toBe(0);
    const names = [...output.matchAll(/^note: seeds\/(\S+) has changed during the build/gm)];
    expect(names.map(([, name]) => name)).toEqual(Object.keys(changed).sort());
    expect(archive.html('papers/first-paper/index.html')).toContain('class="formula"');
    expect(archive.html('papers/first-paper/index.html')).not.toContain('or less');
    expect(archive.text('papers/second-paper/index.html')).toContain('We study');
    expect(archive.ledger()).not.toContain('third-paper');
    if (isLong) await expectUndisturbed(seeds);
  },
);

/** That a build of the seeds that were there gives the same, and the next one has the changes. */
async function expectUndisturbed(seeds: string): Promise<void> {
  const [site, cache] = [join(archive.folder, 'dist-before'), join(archive.folder, 'cache-before')];
  const env = { DAYLEAF_SEEDS: seeds, DAYLEAF_OUT: site, DAYLEAF_CACHE: cache };
  const undisturbed = await archive.build(env);
  expect(undisturbed.code).toBe(0);
  expect(undisturbed.output).not.toContain('has changed');
  expect(listDifferences(archive.site, site)).toEqual([]);
  expect(archive.ledger()).toBe(readFileSync(join(seeds, 'ledger.json'), 'utf8'));

  const next = await archive.build();
  expect(next.code).toBe(0);
  expect(next.output).not.toContain('has changed');
  expect(archive.text('papers/third-paper/index.html')).toContain('We study thirds');
  expect(archive.html('papers/first-paper/index.html')).toContain('or less');
  expect(archive.html('papers/first-paper/index.html')).not.toContain('class="formula"');
  expect(archive.text('papers/second-paper/index.html')).toContain('first captured on 12 March');
}

test('while the ledger is changed by somebody else, a build fails and leaves it', async () => {
  await archive.run('scripts/seeds-add.ts', [archive.seeds]);
  const ledger = archive.ledger();
  archive.write('2025-03-13.txt', makeSeed('Mar 13', ['Third Paper', makeAbstract('thirds')]));
  const other = `${ledger}\n`;
  const { code, output } = await buildWhile('write papers/', { 'ledger.json': other });
  expect(code).toBe(1);
  expect(output).toContain('ledger/overtaken');
  expect(archive.ledger()).toBe(other);
  expect(existsSync(archive.site)).toBe(false);
});

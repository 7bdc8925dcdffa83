import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isLong } from '../tier.ts';
import { type ArchiveFixture, makeAbstract, makeArchive, makeSeed } from './archive-fixture.ts';
import { projectCopy } from './project-copies.ts';

let archive: ArchiveFixture;
let ledger: string;

beforeEach(() => {
  archive = makeArchive();
  ledger = join(archive.seeds, 'ledger.json');
  archive.write('2025-03-11.txt', makeSeed('Mar 11', ['A Paper', makeAbstract('papers')]));
});
afterEach(() => archive.dispose());

const add = (...args: string[]) => archive.run('scripts/seeds-add.ts', args);
const git = (...args: string[]) => {
  const identity = ['-c', 'user.name=A', '-c', 'user.email=a@example.org'];
  const { status, stderr } = spawnSync('git', [...identity, ...args], {
    cwd: archive.seeds,
    encoding: 'utf8',
  });
  return { status, stderr };
};
/** A machine may build without Git. */
const hasGit = spawnSync('git', ['--version']).status === 0;
const slugs = (): string[] =>
  JSON.parse(archive.ledger()).papers.map(({ slug }: { slug: string }) => slug);

test('a ledger that was lost after a build comes back from the cache, or a new one is asked for', async () => {
  expect(await archive.build()).toMatchObject({ code: 0 });
  const before = archive.ledger();
  rmSync(ledger);
  const { code, output } = await archive.build();
  expect(code).toBe(1);
  expect(output).toContain('seeds/ledger.json:1:1  ledger/lost  The ledger is missing, although');
  const [, from = ''] = / cp (\S+) /.exec(output) ?? [];
  copyFileSync(resolve(projectCopy(), from), ledger);
  expect(archive.ledger()).toBe(before);
  rmSync(ledger);
  expect(await add(join(archive.seeds, '2025-03-11.txt'))).toMatchObject({ code: 1 });
  rmSync(join(archive.cache, 'ledger.json'));
  // The site is left to tell of it.
  expect((await archive.build()).output).toContain('a site was built into');
  if (!isLong) return;
  const anew = await archive.run('scripts/build.ts', ['--new-ledger']);
  expect(anew).toMatchObject({ code: 0 });
  expect(archive.ledger()).toBe(before);
});

test.runIf(hasGit)('a ledger that Git has is brought back from there', async () => {
  await add(join(archive.seeds, '2025-03-11.txt'));
  git('init', '-q');
  git('add', '.');
  expect(git('commit', '-q', '-m', 'Add a day')).toMatchObject({ status: 0 });
  rmSync(ledger);
  const { output } = await archive.build();
  expect(output).toContain('Git has one');
  expect(output).toContain('git checkout HEAD -- ');
  git('checkout', 'HEAD', '--', 'ledger.json');
  expect(existsSync(ledger)).toBe(true);
});

test.runIf(hasGit)(
  'a conflict in Git is named, and the commands that it names keep both sides',
  async () => {
    const addTo = async (branch: string, title: string) => {
      git('checkout', '-q', '-B', branch, 'base');
      const name = `2025-03-12-${branch}.txt`;
      archive.write(name, makeSeed('Mar 12', [title, makeAbstract(title)]));
      expect(await add(join(archive.seeds, name))).toMatchObject({ code: 0 });
      git('add', '.');
      git('commit', '-q', '-m', branch);
    };
    await add(join(archive.seeds, '2025-03-11.txt'));
    git('init', '-q', '-b', 'base');
    git('add', '.');
    git('commit', '-q', '-m', 'base');
    await addTo('one', 'Bridges');
    await addTo('two', 'Rivers');
    expect(git('merge', 'one')).toMatchObject({ status: 1 });
    const { code, output } = await archive.build();
    expect(code).toBe(1);
    expect(output).toMatch(/seeds\/ledger\.json:\d+:1 {2}ledger\/conflict/);
    expect(output).toContain('git show :2:seeds/ledger.json > seeds/ledger.json');
    const show = (side: number) =>
      spawnSync('git', ['show', `:${side}:ledger.json`], { cwd: archive.seeds, encoding: 'utf8' })
        .stdout;
    const other = join(archive.folder, 'other-ledger.json');
    const [ours, theirs] = [show(2), show(3)];
    writeFileSync(ledger, ours);
    writeFileSync(other, theirs);
    expect(await add('--ledger', other)).toMatchObject({ code: 0 });
    expect(slugs()).toEqual(['a-paper', 'rivers', 'bridges']);
    const merged = archive.ledger();
    expect(await add(archive.seeds)).toMatchObject({ code: 0 });
    expect(archive.ledger()).toBe(merged);
    expect(readFileSync(other, 'utf8')).toBe(theirs);
  },
);

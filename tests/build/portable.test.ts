import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isLong } from '../tier.ts';
import { type ArchiveFixture, makeAbstract, makeArchive, makeSeed } from './archive-fixture.ts';
import { findFaults, listFiles } from './portable-faults.ts';
import { projectCopy } from './project-copies.ts';

let archive: ArchiveFixture;
let work: string;
const address = { SITE_URL: 'https://example.org/archive/' };

/** Builds the portable edition into a folder of that name. */
async function build(name: string, env: Record<string, string> = {}) {
  const folder = join(work, name);
  const { code, output } = await archive.run('scripts/build-portable.ts', ['--out', folder], {
    env,
  });
  return { folder, code, output };
}
const read = (folder: string, path: string): string => readFileSync(join(folder, path), 'utf8');

function expectSame(folder: string, other: string): void {
  expect(listFiles(folder)).toEqual(listFiles(other));
  const differing = listFiles(folder).filter(
    (path) => !readFileSync(join(folder, path)).equals(readFileSync(join(other, path))),
  );
  expect(differing).toEqual([]);
}

/** Spoils what is indexed of papers, which a build finds out while it renders pages if it needs to index them. */
function damageRecords(): void {
  rmSync(archive.site, { recursive: true });
  const database = new DatabaseSync(join(archive.cache, 'records.sqlite'));
  database.exec('UPDATE search SET value = zeroblob(64)');
  database.close();
}

beforeAll(() => {
  archive = makeArchive();
  work = mkdtempSync(join(tmpdir(), 'dayleaf-portable-'));
  archive.write(
    '2025-03-11.txt',
    makeSeed(
      'Mar 11',
      ['Sampling from R^{d}', `${makeAbstract('sampling')} It takes O(n^2) steps.`],
      ['Slow Bridges', makeAbstract('bridges')],
    ),
  );
  archive.write('2025-03-12.txt', makeSeed('Mar 12', ['Dense Harbours', makeAbstract('harbours')]));
});
afterAll(() => {
  archive.dispose();
  rmSync(work, { recursive: true, force: true });
});

describe('the portable edition', () => {
  it('has all pages, and everything that they lead to', async () => {
    expect((await archive.build()).code).toBe(0);
    // A new title of a known paper: its old address leads on to the new one.
    archive.write('2025-03-13.txt', makeSeed('Mar 13', ['Fast Bridges', makeAbstract('bridges')]));
    const { folder, code, output } = await build('first', address);
    expect(output).toContain(join(folder, 'index.html'));
    expect(code).toBe(0);
    const pages = (files: string[]): string[] => files.filter((path) => path.endsWith('.html'));
    expect(pages(listFiles(folder))).toEqual(
      pages(listFiles(archive.site)).filter(
        (path) => !/^(?:404|(?:arxiv|offline)\/index)\.html$/.test(path),
      ),
    );
    expect(read(folder, 'papers/slow-bridges/index.html')).toContain(
      'content="0; url=../../papers/fast-bridges/index.html"',
    );
    expect(findFaults(folder)).toEqual([]);
    expect(read(folder, 'papers/fast-bridges/index.html')).toContain(
      '<link rel="canonical" href="https://example.org/archive/papers/fast-bridges/">',
    );
  });

  it('has nothing that only a server can use, and one script', () => {
    const folder = join(work, 'first');
    const files = listFiles(folder);
    expect(files.filter((path) => /worker|sw\.js|opensearch|manifest|sitemap/.test(path))).toEqual(
      [],
    );
    expect(files.filter((path) => /^[^/]*\.m?js$|^_astro.*js$/.test(path))).toEqual(['dayleaf.js']);
    const script = read(folder, 'dayleaf.js');
    expect(script.match(/\bimport\b *[(.{"'*]/g)).toBeNull();
  });

  it('says nothing of where it was made, and sends nobody to a server that there is not', () => {
    const folder = join(work, 'first');
    const files = listFiles(folder);
    const places = [process.cwd(), projectCopy(), work, archive.site];
    expect(
      files.filter((path) => places.some((name) => read(folder, path).includes(name))),
    ).toEqual([]);
    // Citations name the address that the site was built for, whatever it is; the guide names that of the dev server.
    const withoutData = (html: string): string =>
      html.replace(/<script type="application\/json".*?<\/script>|<code>.*?<\/code>/gs, '');
    const pages = files.filter((path) => path.endsWith('.html'));
    expect(pages.filter((path) => withoutData(read(folder, path)).includes('//localhost'))).toEqual(
      [],
    );
  });

  it.runIf(isLong)('is the same for the same seeds', async () => {
    expectSame((await build('second', address)).folder, join(work, 'first'));
  });

  it.runIf(isLong)('is the same whatever is in the cache', async () => {
    const abstract = `${makeAbstract('harbours')} It takes O(n \\log n) steps.`;
    archive.write('2025-03-12.txt', makeSeed('Mar 12', ['Dense Harbours', abstract]));
    const warm = await build('warm');
    expect(read(warm.folder, 'papers/dense-harbours/index.html')).not.toBe(
      read(join(work, 'first'), 'papers/dense-harbours/index.html'),
    );
    rmSync(archive.cache, { recursive: true });
    expectSame((await build('cold')).folder, warm.folder);
    damageRecords();
    const anew = await build('anew');
    expect(anew.output).toContain('damaged: everything is built again');
    expectSame(anew.folder, warm.folder);
  });

  it.runIf(isLong)('of a site without an address has the same links, and names none', async () => {
    const { folder } = await build('unpublished');
    expect(findFaults(folder)).toEqual([]);
    const paper = 'papers/fast-bridges/index.html';
    expect(read(folder, paper)).not.toMatch(/canonical|Copy permalink/);
  });

  it('stays as it was where a build fails, and takes the place of the last one otherwise', async () => {
    const folder = join(work, 'first');
    writeFileSync(join(folder, 'left-over.txt'), 'x');
    const expectUntouched = ({ code }: { code: number | null }): void => {
      expect(code).toBe(1);
      expect(existsSync(join(folder, 'left-over.txt'))).toBe(true);
      expect(readdirSync(work).filter((name) => name.startsWith('.'))).toEqual([]);
    };
    archive.write('2025-03-14.txt', 'no capture');
    expectUntouched(await build('first'));
    archive.remove('2025-03-14.txt');
    if (!isLong) return;
    // While pages are rendered, and when the site is finished.
    for (const path of ['papers', 'dayleaf.js'])
      expectUntouched(
        await build('first', {
          FAIL_UNDER: join(work, '.first-next', path),
          FAIL_CODE: 'ENOSPC',
          NODE_OPTIONS: `--import=${resolve('tests/build/fail-writes.ts')}`,
        }),
      );
    expect((await build('first')).code).toBe(0);
    expect(existsSync(join(folder, 'left-over.txt'))).toBe(false);
  });

  it('takes no folder that has anything else in it, or is in that of the site', async () => {
    mkdirSync(join(work, 'thesis'));
    writeFileSync(join(work, 'thesis', 'chapter.txt'), 'x');
    const { code, output } = await build('thesis');
    expect(output).toContain('is not a portable edition');
    expect(code).toBe(1);
    expect(listFiles(join(work, 'thesis'))).toEqual(['chapter.txt']);
    const inSite = await archive.run('scripts/build-portable.ts', [
      '--out',
      join(archive.site, 'x'),
    ]);
    expect(inSite.output).toContain('the folder of the site');
    expect(inSite.code).toBe(1);
  });
});

import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { linkLast, takeEarlier } from '../../../src/integrations/scaffold.ts';
import { type FileRow, SiteFiles } from '../../../src/integrations/site-files.ts';
import { walkFolder } from '../../../src/integrations/walk-folder.ts';

let folder: string;
let last: string;
let next: string;
let rows: Map<string, FileRow>;
/** On Linux, a file system of its own. */
const otherDisk = '/dev/shm';
const pages = ['papers/a/index.html', 'papers/b/index.html', 'days/c/index.html'];

/** A site of three pages and a style sheet, and what a build has noted of them. */
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dayleaf-scaffold-'));
  [last, next] = [join(folder, 'last'), join(folder, 'next')];
  const files = new SiteFiles(join(folder, 'none'), last, new Map());
  for (const path of [...pages, 'styles.css']) {
    files.note(path, path);
    files.write(path, path);
  }
  rows = new Map(files.rows());
});
afterEach(() => rmSync(folder, { recursive: true }));

const earlier = (): string => join(folder, 'earlier');
const read = (site: string, path: string): string => readFileSync(join(site, path), 'utf8');
const number = (site: string, path: string): number => lstatSync(join(site, path)).ino;
const open = (): SiteFiles => {
  const files = new SiteFiles(last, next, rows);
  files.startFrom(linkLast(last, next, rows));
  return files;
};
/** Puts another file with the same content in place of a file of the last site, and notes it. */
function replaceFile(path: string): void {
  const file = join(last, path);
  renameSync(file, join(folder, 'old'));
  cpSync(join(folder, 'old'), file);
  const { size, mtimeMs } = lstatSync(file);
  rows.set(path, [path, size, Math.floor(mtimeMs)]);
}

describe('without a site before the last one', () => {
  test('all files in large folders are links to those of the last site', () => {
    expect([...linkLast(last, next, rows)].sort()).toEqual([...pages].sort());
    for (const path of pages) expect(number(next, path)).toBe(number(last, path));
    expect(existsSync(join(next, 'styles.css'))).toBe(false);
  });

  test('a file that is gone or was changed is not linked', () => {
    writeFileSync(join(last, 'papers/a/index.html'), 'by hand');
    rmSync(join(last, 'papers/b'), { recursive: true });
    expect([...linkLast(last, next, rows)]).toEqual(['days/c/index.html']);
  });

  test.skipIf(!existsSync(otherDisk))('on a disk that cannot link to it nothing is made', () => {
    const other = mkdtempSync(join(otherDisk, 'dayleaf-scaffold-'));
    try {
      expect(linkLast(last, other, rows).size).toBe(0);
    } finally {
      rmSync(other, { recursive: true });
    }
  });
});

describe('the site before the last one', () => {
  /** As two builds leave it: unchanged files are links of each other. */
  beforeEach(() => {
    const files = new SiteFiles(last, earlier(), rows);
    for (const [path, [key]] of rows) files.reuse(path, key);
    files.write('papers/old/index.html', 'old');
    files.write('index.html', 'home');
    takeEarlier(earlier(), next);
  });

  test('is moved, with its large folders only', () => {
    expect(existsSync(earlier())).toBe(false);
    expect(existsSync(join(next, 'index.html'))).toBe(false);
    expect(existsSync(join(next, 'papers/old/index.html'))).toBe(true);
  });

  test('keeps only links to files of the last site, and gets those that it lacks', () => {
    replaceFile('papers/b/index.html');
    rmSync(join(next, 'days/c/index.html'));
    const links = linkLast(last, next, rows);
    expect([...links].sort()).toEqual([...pages].sort());
    for (const path of pages) expect(number(next, path)).toBe(number(last, path));
    expect(existsSync(join(next, 'papers/old'))).toBe(false);
  });

  test('is never written into: a page that is made again leaves the last site as it is', () => {
    const files = open();
    files.note('papers/a/index.html', 'A2');
    files.write('papers/a/index.html', 'new');
    files.discard('papers/b/index.html');
    expect(existsSync(join(next, 'papers/b/index.html'))).toBe(false);
    files.write('papers/b/index.html', 'new too');
    expect(read(last, 'papers/a/index.html')).toBe('papers/a/index.html');
    expect(read(last, 'papers/b/index.html')).toBe('papers/b/index.html');
    expect(read(next, 'papers/b/index.html')).toBe('new too');
  });

  test('may have a folder where a file belongs, or a file where a folder does', () => {
    rmSync(join(next, 'papers/a/index.html'));
    mkdirSync(join(next, 'papers/a/index.html/x'), { recursive: true });
    rmSync(join(next, 'papers/b'), { recursive: true });
    writeFileSync(join(next, 'papers/b'), 'b');
    const files = open();
    for (const path of pages) {
      expect(files.reuse(path, path)).toBe(true);
      expect(read(next, path)).toBe(path);
    }
  });

  test('leaves no file that nobody has claimed, and no empty folder', () => {
    const files = open();
    files.reuse('papers/b/index.html', 'papers/b/index.html');
    files.clearLinks();
    const left = [...walkFolder(next)].filter(({ isFile }) => isFile);
    expect(left.map(({ path }) => path)).toEqual(['papers/b/index.html']);
    expect(existsSync(join(next, 'days'))).toBe(false);
  });
});

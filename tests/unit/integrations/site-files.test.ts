import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type FileRow, SiteFiles } from '../../../src/integrations/site-files.ts';

let folder: string;
let last: string;
let next: string;
let rows: Map<string, FileRow>;

/** A site of two pages and a script, and what a build has noted of them. */
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dayleaf-files-'));
  [last, next] = [join(folder, 'last'), join(folder, 'next')];
  const files = new SiteFiles(join(folder, 'none'), last, new Map());
  for (const [path, key] of [
    ['papers/a/index.html', 'A'],
    ['papers/b/index.html', 'B'],
    ['days/c/index.html', 'C'],
  ] as const) {
    files.note(path, key);
    files.write(path, `<p>${key}</p>`);
  }
  rows = new Map(files.rows());
});
afterEach(() => rmSync(folder, { recursive: true }));

const open = (): SiteFiles => new SiteFiles(last, next, rows);
const read = (site: string, path: string): string => readFileSync(join(site, path), 'utf8');

describe('a file of the last site', () => {
  test('is taken over by a link where its key is the same', () => {
    const files = open();
    expect(files.reuse('papers/a/index.html', 'A')).toBe(true);
    const [one, other] = [last, next].map((site) => lstatSync(join(site, 'papers/a/index.html')));
    expect(one?.ino).toBe(other?.ino);
    expect(new Map(files.rows())).toEqual(
      new Map([['papers/a/index.html', rows.get('papers/a/index.html')]]),
    );
  });

  test.each<[string, () => void, string]>([
    ['whose key is another', () => undefined, 'another'],
    ['of which nothing was noted', () => rows.delete('papers/a/index.html'), 'A'],
    ['that is gone', () => rmSync(join(last, 'papers/a/index.html')), 'A'],
    ['that was changed by hand', () => writeFileSync(join(last, 'papers/a/index.html'), 'x'), 'A'],
    ['that was touched', () => utimesSync(join(last, 'papers/a/index.html'), 1, 1), 'A'],
  ])('is made anew: one %s', (_, change, key) => {
    change();
    expect(open().reuse('papers/a/index.html', key)).toBe(false);
    expect(existsSync(join(next, 'papers/a/index.html'))).toBe(false);
  });

  test('is taken over with all others of its kind, or none is', () => {
    const paths = ['papers/a/index.html', 'papers/b/index.html'];
    rows.set('papers/b/index.html', [
      'A',
      ...(rows.get('papers/b/index.html') as FileRow).slice(1),
    ] as never);
    rmSync(join(last, 'papers/b/index.html'));
    const files = open();
    expect(files.reuseAll(paths, 'A')).toBe(false);
    expect(files.reused).toBe(0);
  });
});

describe('the site before the last one', () => {
  const earlier = (): string => join(folder, 'earlier');
  /** As two builds leave it: unchanged files are links of each other. */
  beforeEach(() => {
    const files = new SiteFiles(last, earlier(), rows);
    for (const [path, [key]] of rows) files.reuse(path, key);
    files.write('papers/old/index.html', 'old');
    files.write('index.html', 'home');
  });

  test('gives its folders and links, and nothing that is not of the last site', () => {
    writeFileSync(join(last, 'papers/b/index.html'), '<p>X</p>');
    renameSync(join(last, 'papers/b/index.html'), join(folder, 'b'));
    cpSync(join(folder, 'b'), join(last, 'papers/b/index.html'));
    const files = open();
    files.startFrom(earlier());
    expect(existsSync(earlier())).toBe(false);
    files.checkScaffold('papers');
    files.checkScaffold('days');
    const paths = files.list().map(({ path }) => path);
    expect(paths.sort()).toEqual(['days/c/index.html', 'papers/a/index.html']);
    expect(files.reuse('papers/a/index.html', 'A')).toBe(true);
    files.clearScaffold();
    expect(existsSync(join(next, 'papers/old'))).toBe(false);
    expect(existsSync(join(next, 'papers/b'))).toBe(false);
  });

  test('is never written into: a page that is made anew leaves the last site as it is', () => {
    const files = open();
    files.startFrom(earlier());
    files.checkScaffold('papers');
    files.note('papers/a/index.html', 'A2');
    mkdirSync(dirname(join(next, 'papers/a/index.html')), { recursive: true });
    files.write('papers/a/index.html', 'new');
    files.discard('papers/b/index.html');
    expect(existsSync(join(next, 'papers/b/index.html'))).toBe(false);
    files.write('papers/b/index.html', 'new too');
    expect(read(last, 'papers/a/index.html')).toBe('<p>A</p>');
    expect(read(last, 'papers/b/index.html')).toBe('<p>B</p>');
    expect(read(next, 'papers/b/index.html')).toBe('new too');
  });

  test('may have a folder where a file belongs, or a file where a folder does', () => {
    rmSync(join(earlier(), 'papers/a/index.html'));
    mkdirSync(join(earlier(), 'papers/a/index.html/x'), { recursive: true });
    rmSync(join(earlier(), 'papers/b'), { recursive: true });
    writeFileSync(join(earlier(), 'papers/b'), 'b');
    const files = open();
    files.startFrom(earlier());
    files.checkScaffold('papers');
    for (const name of ['a', 'b'])
      expect(files.reuse(`papers/${name}/index.html`, name.toUpperCase())).toBe(true);
    expect(read(next, 'papers/a/index.html')).toBe('<p>A</p>');
    expect(read(next, 'papers/b/index.html')).toBe('<p>B</p>');
  });

  test('leaves no file that nobody has claimed', () => {
    const files = open();
    files.startFrom(earlier());
    files.checkScaffold('papers');
    files.checkScaffold('days');
    files.reuse('papers/b/index.html', 'B');
    files.clearScaffold();
    expect(files.list().map(({ path }) => path)).toEqual(['papers/b/index.html']);
  });
});

import { existsSync, lstatSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
  ])('is made again: one %s', (_, change, key) => {
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

import { cpSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseList } from '../../src/client/list/list-file.ts';
import { readPaperIds as readIndexIds } from '../../src/search/paper-ids.ts';
import { type ArchiveFixture, makeArchive } from './archive-fixture.ts';
import { listPaths } from './compare-sites.ts';
import { readFeed, readKeys, readMoved, readPaperIds } from './published.ts';

// An archive that was made by commit 08ec9ab, the last whose builds rendered every page anew: in three builds,
// between which a paper was retitled twice, a year and formulas were corrected, and a capture was taken away.
// `published.json` is what the site of the last of them had published, read by the functions of published.ts.
const fixture = 'tests/fixtures/first-edition';
const base = '/archive/';

/** What a site has published: by path of the file that it stands in. */
interface Published {
  /** The files that have an address of their own: those named by their contents are left out. */
  paths: string[];
  /** Pages that send their readers elsewhere, and where to. */
  moved: Record<string, string>;
  feeds: Record<string, ReturnType<typeof readFeed>>;
  /** Of files in BibTeX. */
  keys: Record<string, string[]>;
  /** The ids by which reading lists know papers, by their slugs then. */
  ids: Record<string, Record<string, string>>;
}

const published: Published = JSON.parse(readFileSync(join(fixture, 'published.json'), 'utf8'));
let archive: ArchiveFixture;
let output: string;

beforeAll(async () => {
  archive = makeArchive();
  cpSync(join(fixture, 'seeds'), archive.seeds, { recursive: true });
  const result = await archive.build({ SITE_URL: `https://example.org${base}` });
  output = result.output;
  expect(result.code).toBe(0);
});
afterAll(() => archive.dispose());

/** What is read of each file that was read of before. */
const readAgain = <Read>(
  before: Readonly<Record<string, Read>>,
  read: (text: string) => Read | undefined,
): Record<string, Read | undefined> =>
  Object.fromEntries(Object.keys(before).map((path) => [path, read(archive.html(path))]));

describe('an archive of the version before builds were incremental', () => {
  test('keeps its ledger to the byte', () => {
    expect(output).not.toContain('new entries');
    expect(archive.ledger()).toBe(readFileSync(join(fixture, 'seeds', 'ledger.json'), 'utf8'));
  });

  test('keeps it when its captures are added again', async () => {
    const { code, output } = await archive.run('scripts/seeds-add.ts', [archive.seeds]);
    expect(code, output).toBe(0);
    expect(archive.ledger()).toBe(readFileSync(join(fixture, 'seeds', 'ledger.json'), 'utf8'));
  });

  test('has every address that it had', () => {
    expect(published.paths.length).toBeGreaterThan(80);
    const paths = new Set(listPaths(archive.site));
    // Markdown files of papers are the only addresses that a setting, which is off by default, leaves out.
    const kept = published.paths.filter((path) => !/^papers\/[^/]+\.md$/.test(path));
    expect(kept.filter((path) => !paths.has(path))).toEqual([]);
  });

  test('sends readers where it sent them', () => {
    expect(Object.keys(published.moved)).toContain('papers/first-name-of-the-bridges/index.html');
    expect(readAgain(published.moved, readMoved)).toEqual(published.moved);
    expect(archive.text('papers/a-fleeting-paper/index.html')).toContain(
      'first captured on 14 March 2025',
    );
  });

  test('has the ids of its feeds and of all their entries', () => {
    expect(readAgain(published.feeds, readFeed)).toEqual(published.feeds);
  });

  test('has the keys of its citations', () => {
    const { 'papers.bib': all = [], ...lists } = published.keys;
    expect(readAgain(lists, readKeys)).toEqual(lists);
    // Papers were in the order of their slugs, and are in that of the ledger.
    expect(readKeys(archive.html('papers.bib')).sort()).toEqual(all.toSorted());
  });

  test('has its corrections', () => {
    const html = archive.html('papers/sketching-matrices-in-o-n2-steps/index.html');
    const corrected = /<[^>]+ data-corrected[^>]*>.*?<annotation[^>]*>(.*?)<\/annotation>/s;
    expect(corrected.exec(html)?.[1]).toBe('R\\in \\mathbf{R}^{s\\times d}');
    expect(html).toContain('in O(n^2) steps.');
    // It names the paper by its first slug.
    const renamed = archive.html('papers/third-name-of-the-bridges/index.html');
    expect(corrected.exec(renamed)?.[1]).toBe('\\mathbf{R}^d');
  });

  test('knows papers by the ids that reading lists have', () => {
    expect(readAgain(published.ids, readPaperIds)).toEqual(published.ids);
  });

  test('finds the papers of a list that was exported from it', () => {
    const list = parseList(readFileSync(join(fixture, 'reading-list.json'), 'utf8'));
    expect(list).toHaveLength(4);
    const index = archive.html('search/ids.txt');
    for (const { id, slug = id } of list) {
      const path = `papers/${slug}/index.html`;
      expect(existsSync(join(archive.site, path))).toBe(true);
      // What is gone says so under its address, and stays on the list.
      if (id === 'a-fleeting-paper') continue;
      const to = readMoved(archive.html(path))?.slice(base.length) ?? `papers/${slug}/`;
      expect(Object.values(readPaperIds(archive.html(`${to}index.html`)))).toContain(id);
      expect([...readIndexIds(index, [slug])]).toHaveLength(1);
    }
  });
});

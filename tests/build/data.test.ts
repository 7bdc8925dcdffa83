import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PaperData } from '../../src/export/data-schemas.ts';
import { type ArchiveFixture, makeAbstract, makeArchive, makeSeed } from './archive-fixture.ts';

let archive: ArchiveFixture;
const env = { SITE_URL: 'https://example.org/archive/' };

/** Titles that would break a file that took them for anything but text. */
const hostileTitles = [
  'A "quoted": title, # and \'more\'',
  '--- not front matter',
  ']]> <b>bold</b> & {{x}} \\ done',
  'Ends with C #',
  '- item: [a](b)',
  '漢字 𝔸 é',
];

beforeAll(async () => {
  archive = makeArchive();
  const entries = hostileTitles.map((title, i): [string, string] => [
    title,
    `${makeAbstract(`subject ${i}`)} Let $x_${i}$ be <EOS>. https://github.com/a/b_${i}`,
  ]);
  archive.write(
    '2025-03-11.txt',
    makeSeed('Mar 11', ...entries, ['An old title', makeAbstract('the retitled paper')]),
  );
  // The first slug is in the ledger, as if it had been published.
  await archive.run('scripts/seeds-add.ts', [archive.seeds]);
  archive.write(
    '2025-03-14.txt',
    makeSeed('Mar 14', ['A wholly new name', makeAbstract('the retitled paper')]),
  );
  const { code, output } = await archive.build(env);
  expect(code, output).toBe(0);
});
afterAll(() => archive.dispose());

const readPapers = (): PaperData[] =>
  archive
    .html('api/papers.jsonl')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

test('the data of hostile texts passes all checks, and gives the titles back', async () => {
  const titles = readPapers().map(({ title }) => title.captured ?? title.text);
  expect(titles.sort()).toEqual([...hostileTitles, 'A wholly new name'].sort());
  const { output, code } = await archive.run('tests/check-site.ts', [], { env });
  expect(output).toContain('✓ every file of data follows its schema');
  expect(output).toContain('✓ the data gives every captured text back');
  expect(output).toContain('✓ the front matter of each paper in Markdown');
  expect(output).toContain('✓ every address in the data');
  expect(code).toBe(0);
});

test('a retitled paper has both revisions', () => {
  const paper = readPapers().find(({ slug }) => slug === 'a-wholly-new-name');
  expect(paper).toMatchObject({
    id: 'an-old-title',
    slug: 'a-wholly-new-name',
    formerSlugs: ['an-old-title'],
    days: ['2025-03-11', '2025-03-14'],
    captures: [{ day: '2025-03-11' }, { day: '2025-03-14' }],
    earlier: [{ title: { text: 'An old title' }, captures: [{ day: '2025-03-11', rank: 7 }] }],
  });
  expect(archive.html('volumes/1.md')).toContain('\n# A wholly new name\n');
});

test('a day leads to its neighbours and has its own papers only', () => {
  const day = JSON.parse(archive.html('api/days/2025-03-14.json'));
  expect(day).toMatchObject({
    $schema: 'https://example.org/archive/api/schemas/v3/day.schema.json',
    previousUrl: 'https://example.org/archive/api/days/2025-03-11.json',
    papers: [{ place: 1, slug: 'a-wholly-new-name', captures: [{ rank: 1 }] }],
  });
  expect(day.nextUrl).toBeUndefined();
});

test('faults in the data are found', async () => {
  const faults: [file: string, from: string, to: string][] = [
    ['api/papers.jsonl', '"hasMath"', '"hasMaths"'],
    ['api/papers.jsonl', '"title":{"text":"', '"title":{"text":"x'],
    ['volumes/1.md', '- "2025-03-11"', '- "2025-03-12"'],
    ['llms.txt', '2025-03-11.json', '2025-03-12.json'],
  ];
  const before = new Map(faults.map(([file]) => [file, archive.html(file)]));
  for (const [file, from, to] of faults) {
    const text = archive.html(file);
    expect(text).toContain(from);
    writeFileSync(join(archive.site, file), text.replace(from, to));
  }
  const { output, code } = await archive.run('tests/check-site.ts', [], { env });
  for (const [file, text] of before) writeFileSync(join(archive.site, file), text);
  expect(code).toBe(1);
  expect(output).toContain('✗ every file of data follows its schema');
  expect(output).toContain('✗ the data gives every captured text back');
  expect(output).toContain('✗ the front matter of each paper in Markdown');
  expect(output).toContain('✗ every address in the data');
});

test('papers have no Markdown files of their own, and nothing leads to any', () => {
  for (const file of [
    'about/index.html',
    'api/index.json',
    'api/papers.jsonl',
    'api/days/2025-03-11.json',
    'papers/a-wholly-new-name/index.html',
    'sitemap-papers-1.xml',
  ])
    expect(archive.html(file), file).not.toMatch(/papers\/[^/"]+\.md\b/);
  expect(archive.html('llms.txt')).toContain('(https://example.org/archive/volumes/1.md)');
});

const pagesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.html'),
  );

test('every address that the guide names is in the site', () => {
  const pages = pagesOf(join(archive.site, 'guide'));
  expect(pages.length).toBeGreaterThan(8);
  const named = pages.flatMap((page) =>
    [...archive.html(`guide/${page}`).matchAll(/<code>\/([\w./-]+)<\/code>/g)].map(
      ([, path = '']) => path,
    ),
  );
  expect(named.length).toBeGreaterThan(15);
  // What is under `arxiv/` is there by a redirect, and ids only in archives whose seeds have some.
  const own = named.filter((path) => !path.startsWith('arxiv'));
  expect(own.filter((path) => !existsSync(join(archive.site, path)))).toEqual([]);
});

test('the guide is in the sitemap, in the index of the search and in the packs', () => {
  expect(archive.html('sitemap-pages.xml')).toContain('https://example.org/archive/guide/data/<');
  const sections: { page: string }[] = JSON.parse(archive.html('search/guide.json'));
  expect(new Set(sections.map(({ page }) => page)).size).toBeGreaterThan(8);
  const packs = join(archive.site, 'offline/packs');
  const heads = readdirSync(packs).map((pack) => {
    const [head] = gunzipSync(readFileSync(join(packs, pack)))
      .toString()
      .split('\n');
    return head;
  });
  for (const file of ['guide/index.html', 'guide/data/index.html', 'search/guide.json'])
    expect(heads.join()).toContain(`"${file}"`);
});

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ArchiveFixture, makeAbstract, makeArchive, makeSeed } from './archive-fixture.ts';

const env = { SITE_URL: 'https://example.org/archive/' };
let archive: ArchiveFixture;

beforeAll(async () => {
  archive = makeArchive();
  for (const day of ['11', '14'])
    archive.write(
      `2025-03-${day}.txt`,
      makeSeed(`Mar ${day}`, [`Paper of ${day}`, makeAbstract(`subject ${day}`)]),
    );
  const { code, output } = await archive.build(env);
  expect(code, output).toBe(0);
});
afterAll(() => archive.dispose());

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

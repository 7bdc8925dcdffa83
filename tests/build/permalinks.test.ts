import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ArchiveFixture, makeAbstract, makeArchive, makeSeed } from './archive-fixture.ts';

let archive: ArchiveFixture;

beforeAll(() => {
  archive = makeArchive();
});
afterAll(() => archive.dispose());

const lasting: [string, string] = ['A Lasting Paper', makeAbstract('permanence')];
const first: [string, string] = ['First Name of the Paper', makeAbstract('renaming things')];
const renamed: [string, string] = ['Second Name', first[1]];

test('a retitled paper keeps its old address as a redirect', async () => {
  archive.write('2025-03-11.txt', makeSeed('Mar 11', first, lasting));
  archive.write('2025-03-12.txt', makeSeed('Mar 12', renamed));
  expect(await archive.build()).toMatchObject({ code: 0 });
  const { papers } = JSON.parse(archive.ledger());
  expect(papers.map((p: { slug: string }) => p.slug)).toEqual(['second-name', 'a-lasting-paper']);

  expect(archive.text('papers/second-name/index.html')).toContain(
    'Earlier revision, captured on 11 March 2025',
  );
  expect(archive.text('papers/second-name/index.html')).toContain('First Name of the Paper');
});

test('a paper that is retitled after it was published redirects from its first address', async () => {
  archive.write('2025-03-13.txt', makeSeed('Mar 13', ['Third Name', first[1]]));
  expect(await archive.build()).toMatchObject({ code: 0 });
  const old = archive.html('papers/second-name/index.html');
  expect(old).toContain('content="0; url=/papers/third-name/"');
  expect(old).toContain('<link rel="canonical" href="http://localhost:4321/papers/third-name/">');
  expect(old).toContain('noindex');
});

test('a retitled paper is known to readers’ lists by the name it always had', () => {
  for (const page of ['papers/third-name/index.html', 'days/2025-03-13/index.html']) {
    const html = archive.html(page);
    expect(html).toContain('data-paper-id="second-name"');
    expect(html).toContain('data-slug="third-name"');
  }
  expect(archive.html('papers/a-lasting-paper/index.html')).toContain(
    'data-paper-id="a-lasting-paper"',
  );
});

test('a removed capture leaves pages that say so, for its papers and its day', async () => {
  archive.remove('2025-03-13.txt');
  archive.remove('2025-03-12.txt');
  archive.remove('2025-03-11.txt');
  archive.write('2025-04-01.txt', makeSeed('Apr 1', ['A New Paper', makeAbstract('news')]));
  expect(await archive.build()).toMatchObject({ code: 0 });
  expect(archive.text('papers/a-lasting-paper/index.html')).toContain('A Lasting Paper');
  expect(archive.text('papers/a-lasting-paper/index.html')).toContain(
    'first captured on 11 March 2025',
  );
  expect(archive.html('papers/third-name/index.html')).toContain('noindex');
  expect(archive.html('papers/second-name/index.html')).toContain('url=/papers/third-name/');
  expect(archive.text('days/2025-03-11/index.html')).toContain('No captures of this day');
});

test('a capture that comes back finds its address again', async () => {
  archive.write('2025-03-11.txt', makeSeed('Mar 11', lasting));
  const before = JSON.parse(archive.ledger()).papers.length;
  expect(await archive.build()).toMatchObject({ code: 0 });
  expect(archive.text('papers/a-lasting-paper/index.html')).toContain(
    'We study permanence in depth.',
  );
  expect(JSON.parse(archive.ledger()).papers).toHaveLength(before);
});

test('a corrected year moves the day and leaves a redirect', async () => {
  archive.write('page.txt', makeSeed('May 5', ['A Misdated Paper', makeAbstract('calendars')]));
  await archive.run('scripts/seeds-add.ts', [`${archive.seeds}/page.txt`, '--year', '2024']);
  await archive.run('scripts/seeds-add.ts', [`${archive.seeds}/page.txt`, '--year', '2023']);
  expect(await archive.build()).toMatchObject({ code: 0 });
  expect(archive.text('days/2023-05-05/index.html')).toContain('A Misdated Paper');
  expect(archive.html('days/2024-05-05/index.html')).toContain('url=/days/2023-05-05/');
});

test('under a sub-path every address has the base, and absolute ones the host', async () => {
  expect(await archive.build({ SITE_URL: 'https://example.org/archive' })).toMatchObject({
    code: 0,
  });
  const html = archive.html('papers/a-lasting-paper/index.html');
  expect(html).toContain(
    '<link rel="canonical" href="https://example.org/archive/papers/a-lasting-paper/">',
  );
  expect(html.match(/(?:href|src)="\/(?!archive\/)[^"]*"/g)).toBeNull();
  expect(archive.html('papers/second-name/index.html')).toContain(
    'url=/archive/papers/third-name/',
  );
});

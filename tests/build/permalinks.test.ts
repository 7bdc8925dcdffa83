import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ArchiveFixture, makeAbstract, makeArchive, makeSeed } from './archive-fixture.ts';

let archive: ArchiveFixture;

beforeAll(() => {
  archive = makeArchive();
});
afterAll(() => archive.dispose());

const lasting: [string, string] = ['A Lasting Paper', makeAbstract('permanence')];
const first: [string, string] = ['First Name of the Paper', makeAbstract('renaming things')];
const renamed: [string, string] = ['Second Name', first[1]];

test('a retitled paper shows its earlier revision, and a corrected year leaves a redirect', async () => {
  archive.write('page.txt', makeSeed('May 5', ['A Misdated Paper', makeAbstract('calendars')]));
  for (const year of ['2024', '2023'])
    await archive.run('scripts/seeds-add.ts', [`${archive.seeds}/page.txt`, '--year', year]);
  archive.write('2025-03-11.txt', makeSeed('Mar 11', first, lasting));
  archive.write('2025-03-12.txt', makeSeed('Mar 12', renamed));
  expect(await archive.build()).toMatchObject({ code: 0 });
  const { papers } = JSON.parse(archive.ledger());
  const slugs = papers.map((p: { slug: string }) => p.slug);
  expect(slugs).toEqual(['a-misdated-paper', 'second-name', 'a-lasting-paper']);

  expect(archive.text('papers/second-name/index.html')).toContain(
    'Earlier revision, captured on 11 March 2025',
  );
  expect(archive.text('papers/second-name/index.html')).toContain('First Name of the Paper');
  expect(archive.text('days/2023-05-05/index.html')).toContain('A Misdated Paper');
  expect(archive.html('days/2024-05-05/index.html')).toContain('url=/days/2023-05-05/');
});

describe('after another build', () => {
  beforeAll(async () => {
    archive.write('2025-03-13.txt', makeSeed('Mar 13', ['Third Name', first[1]]));
    archive.remove('2025-03-11.txt');
    expect(await archive.build()).toMatchObject({ code: 0 });
  });

  test('a paper that was retitled redirects from the address that was published', () => {
    const old = archive.html('papers/second-name/index.html');
    expect(old).toContain('content="0; url=/papers/third-name/"');
    expect(old).toContain('<link rel="canonical" href="http://localhost:4321/papers/third-name/">');
    expect(old).toContain('noindex');
  });

  test('readers’ lists know it by the name it always had', () => {
    for (const page of ['papers/third-name/index.html', 'days/2025-03-13/index.html']) {
      const html = archive.html(page);
      expect(html).toContain('data-paper-id="second-name"');
      expect(html).toContain('data-slug="third-name"');
    }
  });

  test('a removed capture leaves pages that say so, for its papers and its day', () => {
    const gone = 'papers/a-lasting-paper/index.html';
    expect(archive.text(gone)).toContain('A Lasting Paper');
    expect(archive.text(gone)).toContain('first captured on 11 March 2025');
    expect(archive.html(gone)).toContain('noindex');
    expect(archive.text('days/2025-03-11/index.html')).toContain('No captures of this day');
  });
});

describe('under a sub-path', () => {
  beforeAll(async () => {
    archive.write('2025-03-11.txt', makeSeed('Mar 11', lasting));
    const before = JSON.parse(archive.ledger()).papers.length;
    const env = { SITE_URL: 'https://example.org/archive' };
    expect(await archive.build(env)).toMatchObject({ code: 0 });
    expect(JSON.parse(archive.ledger()).papers).toHaveLength(before);
  });

  test('a capture that comes back finds its address again', () => {
    const page = 'papers/a-lasting-paper/index.html';
    expect(archive.text(page)).toContain('We study permanence in depth.');
    expect(archive.html(page)).toContain('data-paper-id="a-lasting-paper"');
  });

  test('every address has the base, and absolute ones the host', () => {
    const html = archive.html('papers/a-lasting-paper/index.html');
    expect(html).toContain(
      '<link rel="canonical" href="https://example.org/archive/papers/a-lasting-paper/">',
    );
    expect(html.match(/(?:href|src)="\/(?!archive\/)[^"]*"/g)).toBeNull();
    expect(archive.html('papers/second-name/index.html')).toContain(
      'url=/archive/papers/third-name/',
    );
  });
});

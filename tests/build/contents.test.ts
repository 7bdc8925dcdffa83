import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromHtml } from 'hast-util-from-html';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findElements } from '../check/site-pages.ts';
import { type ArchiveFixture, makeAbstract, makeArchive, makeSeed } from './archive-fixture.ts';
import { makeApiAnswer } from './make-api-answer.ts';
import { markupTexts } from './make-papers.ts';

let archive: ArchiveFixture;

beforeAll(async () => {
  archive = makeArchive();
  const entries = markupTexts.map((text, i): [string, string] => [
    `Paper ${i} with <b>bold</b> & "quotes"`,
    text,
  ]);
  archive.write(
    '2025-03-11.txt',
    makeSeed(
      'Mar 11',
      ...entries,
      ['../CON', makeAbstract('paths')],
      ['漢字', makeAbstract('script')],
    ),
  );
  archive.write(
    'day.json',
    makeApiAnswer('2025-03-12', [
      ['2503.03602', 'A Second Paper'],
      ['2503.03601', 'A First Paper'],
      ['2412.00001', 'An Earlier Paper'],
      ['math/0211159', 'An Old Paper'],
    ]),
  );
  const { code, output } = await archive.build({ SITE_URL: 'https://example.org/archive/' });
  expect(code, output).toBe(0);
});
afterAll(() => archive.dispose());

test('captured text is text: no element of it reaches a page', () => {
  for (const path of [
    'days/2025-03-11/index.html',
    'papers/paper-0-with-b-bold-b-and-quotes/index.html',
    'papers/paper-1-with-b-bold-b-and-quotes/index.html',
  ]) {
    const tree = fromHtml(archive.html(path));
    expect(findElements(tree, (e) => ['img', 'b', 'projektor', 'eos'].includes(e.tagName))).toEqual(
      [],
    );
    // The site has scripts of its own; none is of what is captured.
    const scripts = findElements(tree, (e) => e.tagName === 'script');
    const [data, code] = [true, false].map((is) =>
      scripts.filter(({ properties }) => /json$/.test(String(properties.type)) === is),
    );
    expect(code.filter((script) => JSON.stringify(script).includes('alert'))).toEqual([]);
    // Data tell of the paper, in a form that nothing can end or begin in.
    expect(data.filter((script) => JSON.stringify(script.children).includes('<'))).toEqual([]);
    expect(
      findElements(tree, (e) => /^(?!https?:|[/#])/.test(String(e.properties.href ?? '/'))),
    ).toEqual([]);
  }
});

test.each(markupTexts.map((text, i) => [i, text]))('text %i is shown to the letter', (i, text) => {
  expect(archive.text(`papers/paper-${i}-with-b-bold-b-and-quotes/index.html`)).toContain(
    String(text).replace('\t', ' '),
  );
});

test("a link leaves the sentence's full stop out", () => {
  const tree = fromHtml(archive.html('papers/paper-5-with-b-bold-b-and-quotes/index.html'));
  const links = findElements(
    tree,
    (e) => String(e.properties.href).startsWith('https:') && e.tagName === 'a',
  );
  expect(links.map((e) => e.properties.href)).toContain('https://example.org/a_b_c~d(e)');
});

test('titles that are no file names get addresses all the same', () => {
  expect(archive.text('papers/con-paper/index.html')).toContain('../CON');
  const slugs = JSON.parse(archive.ledger()).papers.map((p: { slug: string }) => p.slug);
  expect(slugs.every((slug: string) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug))).toBe(true);
});

test('papers with arXiv ids are in a file for each month of arXiv, and in no other', () => {
  const folder = join(archive.site, 'arxiv-ids');
  const texts = readdirSync(folder)
    .sort()
    .map((name) => [name, readFileSync(join(folder, name), 'utf8')]);
  expect(texts).toEqual([
    ['2412.json', '{"00001":"an-earlier-paper"}'],
    ['2503.json', '{"03601":"a-first-paper","03602":"a-second-paper"}'],
    ['math-0211.json', '{"159":"an-old-paper"}'],
  ]);
});

test('one rule leads every id to the page that looks it up, which is the only one', () => {
  expect(readFileSync(join(archive.site, '_redirects'), 'utf8')).toBe(
    '/archive/arxiv/* /archive/arxiv/ 200\n',
  );
  expect(readdirSync(join(archive.site, 'arxiv'))).toEqual(['index.html']);
});

test('data and citations of a paper have its arXiv id', () => {
  const lines = readFileSync(join(archive.site, 'api/papers.jsonl'), 'utf8').trim().split('\n');
  const ids = lines.map((line) => JSON.parse(line)).map(({ slug, arxivId }) => [slug, arxivId]);
  expect(Object.fromEntries(ids)).toMatchObject({
    ...{ 'a-first-paper': '2503.03601', 'an-old-paper': 'math/0211159', 'con-paper': undefined },
  });
  expect(readFileSync(join(archive.site, 'papers.bib'), 'utf8')).toContain('2503.03601');
});

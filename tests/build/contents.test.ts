import { fromHtml } from 'hast-util-from-html';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findElements } from '../check/site-pages.ts';
import { type ArchiveFixture, makeAbstract, makeArchive, makeSeed } from './archive-fixture.ts';
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
  expect(await archive.build()).toMatchObject({ code: 0 });
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

import { fromHtml } from 'hast-util-from-html';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findElements } from '../check/site-pages.ts';
import { type ArchiveFixture, makeAbstract, makeArchive, makeSeed } from './archive-fixture.ts';

let archive: ArchiveFixture;

/** Texts that would break a page that took them for anything but text. */
const hostileTexts = [
  '<script>alert(1)</script> We study <projektor> tokens. The <EOS> token ends it.',
  '</title></style><img src=x onerror=alert(1)> appears. It does nothing here.',
  `{{ mustache }} ${'$'}{template} <%= erb %> {props.x} ]]> is text. So is \`code\` here.`,
  '[link](javascript:alert(1)) is no link. Neither is javascript:alert(2) here.',
  '# no heading\tand * no list. 1. No number, _no_ emphasis, $5 and $6 remain.',
  'Prices: $100K+ and $5. See https://example.org/a_b_c~d(e). It ends there.',
];

beforeAll(async () => {
  archive = makeArchive();
  const entries = hostileTexts.map((text, i): [string, string] => [
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

test.each(hostileTexts.map((text, i) => [i, text]))('text %i is shown to the letter', (i, text) => {
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

test('two builds of the same seeds are the same to the byte', async () => {
  const build = async (): Promise<Record<string, string>> => {
    const other = makeArchive();
    // Several days with papers in common: what is kept by day must not depend on the build.
    for (const day of [11, 12, 13]) {
      other.write(
        `2025-03-${day}.txt`,
        makeSeed(
          `Mar ${day}`,
          ...hostileTexts.map((text, i): [string, string] => [`Paper ${i} of "${day}"`, text]),
          ['A paper of every day', makeAbstract('days')],
          [
            `Days like ${day}, with code`,
            `${makeAbstract(`day ${day}`)} https://github.com/a/b${day}`,
          ],
        ),
      );
    }
    expect(await other.build()).toMatchObject({ code: 0 });
    const files = other.files();
    other.dispose();
    return files;
  };
  const [before, ...others] = [await build(), await build(), await build()];
  for (const after of others) {
    expect(Object.keys(after)).toEqual(Object.keys(before));
    expect(Object.keys(after).filter((path) => after[path] !== before[path])).toEqual([]);
  }
});

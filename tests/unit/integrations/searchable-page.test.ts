import { expect, test } from 'vitest';
import { findTypesetTitle, makeSearchable } from '../../../src/integrations/searchable-page.ts';
import { toHtml, toInlineHtml } from '../../../src/render/to-html.ts';
import { toMarkdown } from '../../../src/render/to-markdown.ts';

/** What Pagefind reads of it, its marks made visible; spans within a line part no words. */
const read = (html: string): string =>
  makeSearchable(html)
    .replace(/<\/?span[^>]*>/g, '')
    .replace(/[\uE000-\uE004]/g, (mark) => '⟨⟩{}|'[mark.charCodeAt(0) - 0xe000] ?? '')
    .replace(/\s+/g, ' ');

test('each formula is shown once, its TeX and keys hidden behind its word, and nothing of KaTeX is left', () => {
  const html = toHtml(
    toMarkdown([
      { text: 'Let ' },
      { captured: 'Min R^{mtimes n}', latex: 'M\\in \\mathbb{R}^{m\\times n}' },
      { text: ', an ' },
      { captured: 'epsilon', latex: '\\epsilon' },
      { text: '-net with ' },
      { captured: 'a<b', latex: 'a<b' },
      { text: '.' },
    ]),
  );
  expect(read(html)).toBe(
    '<p>Let ⟨M ∈ ℝ^(m×n)⟩, { M\\in \\mathbb{R}^{m\\times n} ƒminrmtimesn ƒmƒ ƒrmtimesn } an ⟨ϵ⟩-net { \\epsilon ƒepsilon } with ⟨a &lt; b⟩. { a&lt;b ƒab ƒaƒ ƒbƒ } </p>',
  );
});

test('a formula is found by what was captured of it too', () => {
  const html = toHtml(toMarkdown([{ captured: '1{2}+"epsilon', latex: '\\frac{1}{2}+\\epsilon' }]));
  expect(read(html)).toBe(
    '<p>⟨½+ϵ⟩ { \\frac{1}{2}+\\epsilon ƒfrac12epsilon ƒfrac12 ƒepsilon ƒ12epsilon ƒ12 } </p>',
  );
});

test('each day is indexed as its key', () => {
  expect(
    read(
      '<span hidden data-pagefind-day="2025-03-11"></span><span hidden data-pagefind-day="2025-03-12"></span>',
    ),
  ).toBe(' { ƒday20250311 } { ƒday20250312 } ');
});

test('mathematics is indexed as a key', () => {
  expect(read('a<span hidden data-pagefind-math></span>b')).toBe('a { ƒhasmath } b');
});

test('an identity is indexed as a key', () => {
  expect(read('a<span hidden data-pagefind-identity="a-first-name"></span>b')).toBe(
    'a { ƒidentityƒaƒfirstƒname } b',
  );
});

test('a page without formulas is left as it is', () => {
  expect(makeSearchable('<p>a <span>b</span></p>')).toBe('<p>a <span>b</span></p>');
});

test('the end of a title is marked, and whether it has formulas', () => {
  expect(read('<h1 data-x>A title</h1><p>b</p>')).toBe('<h1 data-x>A title |</h1><p>b</p>');
  const title = toInlineHtml(toMarkdown([{ captured: 'k', latex: 'k' }, { text: '-means' }]));
  expect(read(`<h1>${title}</h1>`)).toBe('<h1>⟨k⟩-means { k ƒkƒ } { ƒtypeset } |</h1>');
  // Its styles wait for a script: the pages that show it may forbid them in HTML.
  expect(findTypesetTitle(`<h1>\n${title}</h1>`)).toBe(
    title.replaceAll(' style="', ' data-style="'),
  );
  const named = title.replace('data-captured="k"', 'data-captured="> style=k"');
  expect(findTypesetTitle(`<h1>${named}> style="k"</h1>`)).toContain('> style="k"');
  expect(findTypesetTitle('<h1>A title</h1>')).toBeUndefined();
});

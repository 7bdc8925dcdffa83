import { expect, test } from 'vitest';
import { makeSearchable } from '../../../src/integrations/searchable-page.ts';
import { toHtml } from '../../../src/render/to-html.ts';
import { toMarkdown } from '../../../src/render/to-markdown.ts';

/** What Pagefind reads of it; spans within a line part no words. */
const read = (html: string): string =>
  makeSearchable(html)
    .replace(/<\/?span[^>]*>/g, '')
    .replace(/\s+/g, ' ');

test('each formula is indexed once, as its TeX and its keys, and nothing of KaTeX is left', () => {
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
    '<p>Let M\\in \\mathbb{R}^{m\\times n}, ƒminrmtimesn ƒmƒ ƒrmtimesn an \\epsilon-net ƒepsilon with a&#x3C;b. ƒab ƒaƒ ƒbƒ </p>',
  );
});

test('a formula is found by what was captured of it too', () => {
  const html = toHtml(toMarkdown([{ captured: '1{2}+"epsilon', latex: '\\frac{1}{2}+\\epsilon' }]));
  expect(read(html)).toBe(
    '<p>\\frac{1}{2}+\\epsilon ƒfrac12epsilon ƒfrac12 ƒepsilon ƒ12epsilon ƒ12 </p>',
  );
});

test('each day is indexed as its key', () => {
  expect(
    makeSearchable(
      '<span hidden data-pagefind-day="2025-03-11"></span><span hidden data-pagefind-day="2025-03-12"></span>',
    ),
  ).toBe(' ƒday20250311  ƒday20250312 ');
});

test('a page without formulas is left as it is', () => {
  expect(makeSearchable('<p>a <span>b</span></p>')).toBe('<p>a <span>b</span></p>');
});

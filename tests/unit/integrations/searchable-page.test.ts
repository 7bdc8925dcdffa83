import { expect, test } from 'vitest';
import { makeSearchable } from '../../../src/integrations/searchable-page.ts';
import { toHtml } from '../../../src/render/to-html.ts';
import { toMarkdown } from '../../../src/render/to-markdown.ts';

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
  expect(makeSearchable(html).replace(/\s+/g, ' ')).toBe(
    '<p>Let M\\in \\mathbb{R}^{m\\times n}, ƒminrmtimesn ƒrmtimesn an \\epsilon-net ƒepsilon with a&#x3C;b. ƒab </p>',
  );
});

test('a page without formulas is left as it is', () => {
  expect(makeSearchable('<p>a <span>b</span></p>')).toBe('<p>a <span>b</span></p>');
});

import fc from 'fast-check';
import type { Root } from 'hast';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { expect, it } from 'vitest';
import { toFeedHtml, toInlineFeedHtml } from '../../../src/render/to-feed-html.ts';
import { toHtml, toInlineHtml, toScriptedHtml } from '../../../src/render/to-html.ts';
import { typeset } from '../../../src/render/typeset.ts';
import { runs } from '../../tier.ts';
import { typesetSegments } from './typeset-segments.ts';

/** A paragraph of such text, as other people's writer of HTML writes it. */
function writeParagraph(value: string): string {
  const text = { type: 'text' as const, value };
  const paragraph = { type: 'element' as const, tagName: 'p', properties: {}, children: [text] };
  const root: Root = { type: 'root', children: [paragraph] };
  return unified().use(rehypeStringify).stringify(root);
}

/** Any text, halves of characters too, with many marks that mean something in HTML. */
const anyText = fc
  .array(
    fc.oneof(
      fc.constantFrom(...'<>&"\'`=;/#', '&amp;', '&#x26;', '&lt', '</p>', '<!--', '\u00A0', '\0'),
      fc.string({ unit: 'binary', maxLength: 4 }),
      fc.integer({ min: 0xd800, max: 0xdfff }).map((unit) => String.fromCharCode(unit)),
    ),
  )
  .map((pieces) => pieces.join(''));

it('a text that is only text is written as it would be from a tree', () => {
  fc.assert(
    fc.property(anyText, fc.array(anyText, { maxLength: 2 }), (value, more) => {
      const text = typeset([value, ...more].map((value) => [{ type: 'text', value }]));
      const paragraphs = [value, ...more].map(writeParagraph);
      const inline = paragraphs.map((html) => html.replace(/^<p>(.*)<\/p>$/s, '$1'));
      expect(text).toEqual([value, ...more]);
      expect(toHtml(text)).toBe(paragraphs.join('\n\n'));
      expect(toFeedHtml(text)).toBe(paragraphs.join('\n'));
      expect(toInlineHtml(text)).toBe(inline.join('\n'));
      expect(toScriptedHtml(text)).toBe(inline.join('\n'));
      expect(toInlineFeedHtml(text)).toBe(inline.join('\n').trim());
    }),
    runs(3000),
  );
});

it('is joined of several nodes of text, and is a tree as soon as there is anything else', () => {
  const [a, b] = ['a <', 'b>'].map((value) => ({ type: 'text' as const, value }));
  expect(typeset([[a, b]])).toEqual(['a <b>']);
  const text = typeset([[a, { type: 'emphasis', children: [b] }]]);
  expect(text).toMatchObject([{ type: 'element', tagName: 'p' }]);
  expect(toHtml(text)).toBe('<p>a &#x3C;<em>b></em></p>');
});

const setFormula = (latex: string): string => toHtml(typesetSegments({ captured: 'c', latex }));

it.each([
  '\\begin{pmatrix}a&b\\\\c&d\\end{pmatrix}',
  '\\begin{matrix}a\\cr b\\end{matrix}',
  'f(x)=\\begin{cases}1&x>0\\\\0&x\\le0\\end{cases}',
  '\\begin{aligned}a&=b\\\\&=c\\end{aligned}',
  '\\begin{array}{c|c}a&b\\end{array}',
  '\\sum_{\\substack{i\\\\j}}x',
  '\\Set{x|x>0}',
  '\\def\\x{y}\\x',
])('typesets what makes KaTeX define macros: %s', (latex) => {
  const html = setFormula(latex);
  expect(html).toContain('class="formula"');
  expect(html).toContain('<math');
});

it('keeps macros that a formula defines from later ones', () => {
  expect(setFormula('\\gdef\\mymacro{y}\\mymacro')).toContain('class="formula"');
  expect(setFormula('\\mymacro')).toContain('class="as-captured"');
  expect(setFormula('\\gdef\\eps{y}\\eps')).toContain('class="formula"');
  expect(setFormula('\\eps')).toContain('>ϵ<');
});

import { expect, it } from 'vitest';
import { explainRefusal } from '../../../src/render/explain-refusal.ts';
import { toHtml } from '../../../src/render/to-html.ts';
import { typesetSegments } from './typeset-segments.ts';

const overLong = 'it has a length that would make it cover the surrounding text.';

it.each<[string, string | undefined, number?]>([
  ['x^2', undefined],
  ['\\mathbb{R}^{s\\times d}', undefined],
  ['\\eps', undefined],
  ['x^a^b', 'Double superscript.', 3],
  ['x}', "Expected 'EOF', got '}'.", 1],
  ['a\\foo', 'Undefined control sequence: \\foo.', 1],
  ['\\kern{-60em}x', overLong, 0],
  ['\\kern-60em x', overLong, 0],
  ['\\hspace{-5em}x', overLong, 0],
  ['\\mskip-90mu x', overLong, 0],
  ['\\rule{20em}{20em}', overLong, 0],
  ['\\rule{.1em}{15em}', overLong, 0],
  ['\\raisebox{15em}{x}', overLong, 0],
  ['x\\hspace{15em}y', overLong, 0],
  ['\\!'.repeat(30), overLong, 0],
  ['\\!'.repeat(10), undefined],
  ['x\\qquad\\rule{1em}{2em}\\kern{-1em}y', undefined],
  ['\\href{a}{b}', 'it holds a command that is not allowed, such as \\href.', 0],
  ['x'.repeat(1001), 'it has 1001 characters, and 1000 are the most that are set.', 1000],
])('of %s it says %j', (latex, reason, offset) => {
  expect(explainRefusal(latex)).toEqual(reason && { reason, offset });
});

it.each([
  'x',
  'x}',
  '\\foo',
  '\\href{a}{b}',
  '\\kern{-60em}x',
  '\\rule{20em}{20em}',
  'x\\qquad\\kern{-1em}y',
  '\\gdef\\foo{x}\\foo',
  'x \\tag{1}',
  '\\left( x',
  'x\\',
  'x'.repeat(1001),
  '\\color{red}x',
])('agrees with what a page shows: %s', (latex) => {
  const isSet = toHtml(typesetSegments({ captured: 'c', latex })).includes('class="formula"');
  expect(explainRefusal(latex) === undefined).toBe(isSet);
});

it('a corrected formula says so on the page, and no other does', () => {
  const html = toHtml(
    typesetSegments(
      { captured: 'a', latex: 'a' },
      { text: ' *and ' },
      { captured: 'b', latex: 'b', probability: 1, corrected: true },
      { text: '* $\\gamma$ ' },
    ),
  );
  expect(html.match(/<span class="formula"[^>]*>/g)).toEqual([
    '<span class="formula" data-captured="a">',
    '<span class="formula" data-captured="b" data-corrected="">',
    '<span class="formula" data-captured="$\\gamma$">',
  ]);
});

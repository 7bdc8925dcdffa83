import { describe, expect, it } from 'vitest';
import { toMathAlphabet } from '../../../src/render/math-alphabets.ts';
import { toFeedHtml, toInlineFeedHtml } from '../../../src/render/to-feed-html.ts';
import type { Segment } from '../../../src/restore/segments.ts';
import { typesetSegments } from './typeset-segments.ts';

const write = (...segments: Segment[]): string => toFeedHtml(typesetSegments(...segments));
const formula = (latex: string): Segment => ({ captured: 'x', latex });

describe('toFeedHtml', () => {
  it('writes formulas as MathML with their text, and nothing else of KaTeX', () => {
    expect(write({ text: 'In ' }, formula('n^2'), { text: ', k' })).toBe(
      '<p>In <math alttext="n²"><mrow><msup><mi>n</mi><mn>2</mn></msup></mrow></math>, k</p>',
    );
  });

  it('writes alphabets as characters, for browsers know no mathvariant', () => {
    const html = write(formula('\\mathbb{R}\\mathbf{x}\\boldsymbol{\\theta}\\mathrm{d}'));
    expect(html).toContain('<mi>ℝ</mi><mi>𝐱</mi><mi>𝜽</mi><mi mathvariant="normal">d</mi>');
  });

  it('leaves as captured what is, and what KaTeX refuses', () => {
    expect(write({ text: 'a^<b', unproven: true }, { text: ' ' }, formula('\\nosuch{'))).toBe(
      '<p><code>a^&#x3C;b</code> <code>x</code></p>',
    );
  });

  it('keeps paragraphs, emphasis and links, and escapes the rest', () => {
    expect(write({ text: 'A *b* at https://a.org/x?y&z\n\n<b>' })).toBe(
      '<p>A <em>b</em> at <a href="https://a.org/x?y&#x26;z">https://a.org/x?y&#x26;z</a></p>\n<p>&#x3C;b></p>',
    );
  });

  it('writes a title without a paragraph round it', () => {
    expect(toInlineFeedHtml(typesetSegments({ text: 'A <p> title' }))).toBe('A &#x3C;p> title');
  });
});

describe('toMathAlphabet', () => {
  it.each([
    ['double-struck', 'R', 'ℝ'],
    ['script', 'L', 'ℒ'],
    ['bold', '12', '𝟏𝟐'],
    ['bold', 'Σ', '𝚺'],
    ['bold-italic', 'Az', '𝑨𝒛'],
    ['bold-italic', 'ω', '𝝎'],
    ['monospace', 'ab', '𝚊𝚋'],
    ['normal', 'd', undefined],
    ['bold', '→', undefined],
  ])('%s %s', (variant, text, expected) => {
    expect(toMathAlphabet(variant, text)).toBe(expected);
  });
});

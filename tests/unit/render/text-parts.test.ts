import { describe, expect, it } from 'vitest';
import { cleanSegments } from '../../../src/render/clean-segments.ts';
import { toTextParts } from '../../../src/render/text-parts.ts';
import type { Segment } from '../../../src/restore/segments.ts';

const read = (...segments: Segment[]) => toTextParts(cleanSegments(segments));

describe('toTextParts', () => {
  it('gives cleaned text and formulas by turns', () => {
    expect(
      read(
        { text: "A na\\\"ive ``test'' in {\\it at most} " },
        { captured: 'O(n^2)', latex: 'O(n^2)' },
        { text: ' steps' },
      ),
    ).toEqual([{ text: 'A naïve “test” in at most ' }, { latex: 'O(n^2)' }, { text: ' steps' }]);
  });

  it('parts paragraphs by a blank line, and has ordinary spaces only', () => {
    expect(read({ text: 'Table~1.\nMore\\,so.\n\nThe end' })).toEqual([
      { text: 'Table 1. More so.\n\nThe end' },
    ]);
  });

  it('has the words of a link, and what is as captured', () => {
    expect(read({ text: 'our https://x.org/p{page} \\foo{b}' })).toEqual([
      { text: 'our page \\foo{b}' },
    ]);
  });

  it('has formulas that were captured in their dollars, and as text those that KaTeX refuses', () => {
    expect(read({ text: 'an $\\epsilon$-trick' })).toEqual([
      { text: 'an ' },
      { latex: '\\epsilon' },
      { text: '-trick' },
    ]);
    for (const written of ['$\\begin{x}$', '$\\href{javascript:x}{y}$', '\\(\\frac\\)'])
      expect(read({ text: `an ${written}` })).toEqual([{ text: `an ${written}` }]);
  });

  it('is empty for nothing', () => {
    expect(read()).toEqual([]);
  });
});

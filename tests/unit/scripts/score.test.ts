import { describe, expect, it } from 'vitest';
import { type Gold, normaliseFormula, scoreRestored } from '../../../scripts/train/score.ts';
import type { Segment } from '../../../src/restore/segments.ts';

const GOLD: Gold[] = [
  { id: 'a', raw: 'We sample from $\\mathbb{R}^d$ in $20\\times$ fewer steps, \\textbf{really}.' },
  { id: 'b', raw: 'The k of k-means costs $99\\%$ of $O(\\sqrt{n})$ time.' },
  { id: 'c', raw: 'Prose with O(n) typed without dollars.' },
  { id: 'd', raw: 'Prose only.' },
  { id: 'e', raw: 'Lost: $x$.' },
];
const PREDICTED = new Map<string, Segment[]>([
  [
    'a',
    [
      { text: 'We sample from ' },
      { captured: 'R^d', latex: 'R^d' },
      { text: ' in 20' },
      { captured: 'times', latex: '\\times' },
      { text: ' fewer steps, really.' },
    ],
  ],
  [
    'b',
    [
      { text: 'The ' },
      { captured: 'k', latex: 'k' },
      { text: ' of k-means costs 99% of ' },
      { captured: 'O(n)', latex: 'O(\\sqrt{n})' },
      { text: ' time.' },
    ],
  ],
  [
    'c',
    [
      { text: 'Prose with ' },
      { captured: 'O(n)', latex: 'O(n)' },
      { text: ' typed without dollars.' },
    ],
  ],
  ['d', [{ text: 'Prose only.' }]],
  ['e', [{ text: 'Lost: y.' }]],
]);

describe('scoreRestored', () => {
  it('gives the figures of the reference scorer', () => {
    // What the project's reference scorer (math/score.mjs) printed for the same lines.
    expect(scoreRestored(GOLD, PREDICTED).figures).toEqual({
      docs: 4,
      broken: 1,
      goldSpans: 3,
      charPrecision: 0.7059,
      charRecall: 1,
      charF1: 0.8276,
      spanPrecision: 0.6,
      spanRecall: 1,
      spanF1: 0.75,
      exactBackslashes: 1,
      exactLatex: 0.6667,
      proseDocs: 2,
      proseDocsWithMathPct: 50,
      proseSpans: 1,
      proseWordSpans: 0,
      formulaFalseMarks: 1,
    });
  });
  it('reports for each formula whether it is exact', () => {
    const { formulas } = scoreRestored(GOLD, PREDICTED);
    expect(formulas.map(({ isExact }) => isExact)).toEqual([false, true, false, true, false]);
  });
  it('ignores synonyms and spacing', () => {
    expect(normaliseFormula('a \\le \\widetilde{x}^{2}\\,')).toBe(
      normaliseFormula('a\\leq\\tilde x^2'),
    );
  });
});

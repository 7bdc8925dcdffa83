import { expect, test } from 'vitest';
import { compareFormulas } from '../../../../scripts/report/compare-formulas.ts';
import { channel } from '../../../../src/restore/channel.ts';
import { joinCaptured, type Segment } from '../../../../src/restore/segments.ts';

/** Segments of a restored text: formulas are between dollars. */
const toSegments = (restored: string): Segment[] =>
  restored
    .split('$')
    .map((part, i) =>
      i % 2 === 0 ? { text: part } : { captured: channel(`$${part}$`), latex: part },
    );

/** Outcomes by captured text, for a restored text and that of the authors. */
function compare(restored: string, raw: string): string[] {
  const segments = toSegments(restored);
  return compareFormulas(joinCaptured(segments), raw, segments).map(
    ({ outcome, captured }) => `${captured} ${outcome}`,
  );
}

test('a formula is identical, equal up to synonyms and spaces, or other', () => {
  expect(
    compare('$\\alpha$, $a\\le b$, $\\mathbb{R}^d$', '$\\alpha$, $a\\le b$, $\\mathbb{R}^d$'),
  ).toEqual(['alpha identical', 'ale b identical', 'R^d identical']);
  expect(compare('$\\widetilde{O}(n)$ and $R^d$', '$\\tilde{O}(n)$ and $\\mathbb{R}^d$')).toEqual([
    'O(n) equal',
    'R^d other',
  ]);
});

test('a formula is missed, or false', () => {
  expect(compare('Let alpha be $k$.', 'Let $\\alpha$ be k.')).toEqual(['alpha missed', 'k false']);
  // Authors write both 20$\times$ and $20\times$.
  expect(compare('It is $20\\times$ more.', 'It is 20$\\times$ more.')).toEqual(['times equal']);
});

test('a formula has other edges', () => {
  expect(compare('See $X^2$ and $a+b$.', 'See X$^2$ and $a$+$b$.')).toEqual([
    '^2 edges',
    'a edges',
    'b edges',
  ]);
});

test('typography and unknown sentences are left out', () => {
  expect(compare('It is $40\\%$ here.', 'It is 40\\% here.')).toEqual([]);
  expect(compare('It is 40% of $k$.', 'It is $40\\%$ of $k$.')).toEqual(['k identical']);
  expect(compare('Let $k$ be. Now $n$ is.', 'Let $k$ be. Then $\\hat{n}$ is.')).toEqual([
    'k identical',
  ]);
});

import { describe, expect, it } from 'vitest';
import { createRestorer } from '../../../src/restore/create-restorer.ts';
import { isFormula } from '../../../src/restore/segments.ts';
import { findWrittenMath } from '../../../src/restore/written-math.ts';
import { loadModel } from './load-model.ts';

const latexOf = (text: string): string[] => findWrittenMath(text).map(({ latex }) => latex);

describe('findWrittenMath', () => {
  it.each([
    ['Learning $\\textit{Fast-Net}$: transferable', ['\\textit{Fast-Net}']],
    ['Scaling with $μ$XO', ['μ']],
    ['A Simple $L_2$ Norm-Based Way', ['L_2']],
    ['Free$^2$Guide and Video-Ma$^2$mba', ['^2', '^2']],
    ['LLM$\\times$Map', ['\\times']],
    ['A $γ-$Mix of Depth', ['γ-']],
    ['Matching the $f$-Divergence of $O(n)$ models', ['f', 'O(n)']],
    ['For $n = 3$ and $k$ and $$x^2$$ there', ['n = 3', 'k', 'x^2']],
    ['As \\(x+y\\) shows', ['x+y']],
  ])('finds it in %s', (text, latex) => {
    expect(latexOf(text)).toEqual(latex);
  });

  it.each([
    'Can Models Earn $1 Million from Work?',
    'A Video Model in $200k',
    'Fixing 7,400 Bugs for 1$: Cheap Repair',
    'Page Crafting for Under $0.1',
    '\\$OneMillion-Bench, and \\$32,000 more',
    'Serving on $60 GPUs',
    'costs $5 to $10, or US$44 in all, and 3$ more',
    'between $20 per unit^2 and nearly 3$ more',
    'We tune $textbf{specialist} and textbf{generalist}$ models',
    'A lone $ and $$ here',
  ])('finds none in %s', (text) => {
    expect(latexOf(text)).toEqual([]);
  });
});

it('the restorer leaves it alone', () => {
  const restorer = createRestorer(loadModel());
  const text =
    'We prove a bound of O(n^2) for $x_1 \\in R^d$ and all k in R^{d times n} with $L_2$ norm.';
  const written = findWrittenMath(text);
  let at = 0;
  for (const segment of restorer.restore(text)) {
    const length = (isFormula(segment) ? segment.captured : segment.text).length;
    if (isFormula(segment))
      expect(written.filter(({ start, end }) => at < end && start < at + length)).toEqual([]);
    at += length;
  }
  expect(restorer.restore(text).some(isFormula)).toBe(true);
});

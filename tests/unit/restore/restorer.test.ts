import { readdirSync, readFileSync } from 'node:fs';
import katex from 'katex';
import { describe, expect, it } from 'vitest';
import { createRestorer } from '../../../src/restore/create-restorer.ts';
import { KATEX_MACROS } from '../../../src/restore/katex-macros.ts';
import { roundTrips } from '../../../src/restore/round-trip.ts';
import { isFormula, joinCaptured } from '../../../src/restore/segments.ts';
import { isLong } from '../../tier.ts';
import { loadModel } from './load-model.ts';

const restorer = createRestorer(loadModel());
const formulas = (text: string): string[] =>
  restorer
    .restore(text)
    .filter(isFormula)
    .map((s) => s.latex);

describe('createRestorer', () => {
  it.each<[string, string[]]>([
    [
      'We study linear contextual bandits with a feature map in R^d and prove a regret of mathcal{O}(dT) after T rounds.',
      ['\\mathbb{R}^d', '\\tilde{\\mathcal{O}}(d\\sqrt{T})', 'T'],
    ],
    [
      'The algorithm runs in O(n log n) time and needs O(1/epsilon^2) samples.',
      ['O(n \\log n)', 'O(1/\\epsilon^2)'],
    ],
    [
      'We give a 1{2}-epsilon approximation for every epsilon > 0.',
      ['\\frac{1}{2}-\\epsilon', '\\epsilon > 0'],
    ],
    [
      'Our method is 3.5times faster at a resolution of 256times256.',
      ['3.5\\times', '256\\times256'],
    ],
    [
      'For convex functions the variance sigma_{1:T}^2 and the variation Sigma_{1:T}^2 give a regret bound of O(sigma_{1:T^2}+Sigma_{1:T^2}).',
      ['\\sigma_{1:T}^2', '\\Sigma_{1:T}^2', 'O(\\sqrt{\\sigma_{1:T}^2}+\\sqrt{\\Sigma_{1:T}^2})'],
    ],
    [
      'We show a lower bound of Omega(sqrt[3]{log n}) for every deterministic algorithm.',
      ['\\Omega(\\sqrt[3]{\\log n})'],
    ],
    [
      'Given a sequence of gradients {g(1),g(2),ldots,g(J)}, each g(t) is bounded.',
      ['\\{g(1),g(2),\\ldots,g(J)\\}', 'g(t)'],
    ],
    [
      'The error is bounded by proptoleft(d/mright)^{1/2} for n samples.',
      ['\\propto\\left(d/m\\right)^{1/2}', 'n'],
    ],
    [
      'The best rate known is epsilon^{-1+p{p}} for p-th order methods.',
      ['\\epsilon^{-\\frac{1+p}{p}}', 'p'],
    ],
    ['Let f: R^d to R be a smooth function.', ['f: \\mathbb{R}^d \\to \\mathbb{R}']],
    ['The method SP^2OT of π_0 is \\sim as good.', ['^2', 'π_0']],
    [
      'The matrix AinR^{mtimes n} has rank r ll min(m,n).',
      ['A\\in\\mathbb{R}^{m\\times n}', 'r \\ll \\min(m,n)'],
    ],
  ])('%s', (text, expected) => {
    expect(formulas(text)).toEqual(expected);
  });

  it('leaves no symbol of the seeds as captured whose edges alone are in doubt: `W_Q, W_V, and W_K`', () => {
    const folder = new URL('../../../seeds/', import.meta.url);
    const blocks = readdirSync(folder)
      .filter((name) => name.endsWith('.txt'))
      .flatMap((name) => readFileSync(new URL(name, folder), 'utf8').split(/\n\s*\n/))
      .filter((_, i) => isLong || i % 4 === 0);
    const left = blocks.flatMap((block) =>
      restorer
        .restore(block)
        .flatMap((s) =>
          isFormula(s) ? [] : (s.text.match(/\b[A-Za-z]_[A-Za-z0-9]\b|\^\{/g) ?? []),
        ),
    );
    expect(blocks.length).toBeGreaterThan(isLong ? 600 : 150);
    expect(left).toEqual([]);
  });

  it.each([
    'We compare GPT-4, ViT-L/14 and ResNet-50 on CIFAR-10 and report the F1 score on tau2-Bench.',
    'In this paper I show that a model can learn to act in the world at max speed.',
    'Code is available at https://github.com/a_b/c^d and results improve by 16\\% over na\\"ive baselines.',
    'It costs $100K to train and $5 to run.',
  ])('leaves prose alone: %s', (text) => {
    expect(restorer.restore(text)).toEqual([{ text }]);
  });

  it('gives every formula a probability and LaTeX that round-trips and KaTeX renders', () => {
    const text =
      'Let f: R^d to R be L-smooth. SGD finds x with E|nabla f(x)|^2 leq epsilon^2 in O(sigma^2epsilon^{-4}) steps, where sigma^2 bounds the variance, improving the rate epsilon^{-1+p{p}}.';
    const segments = restorer.restore(text);
    expect(joinCaptured(segments)).toBe(text);
    expect(roundTrips(text, segments)).toBe(true);
    expect(segments.filter(isFormula).length).toBeGreaterThan(3);
    for (const s of segments.filter(isFormula)) {
      expect(s.probability).toBeGreaterThan(0);
      expect(s.probability).toBeLessThanOrEqual(1);
      expect(() =>
        katex.renderToString(s.latex, {
          throwOnError: true,
          strict: 'ignore',
          macros: { ...KATEX_MACROS },
        }),
      ).not.toThrow();
    }
  });

  it('gives the same result twice', () => {
    const text = 'We prove that k-means needs Omega(n^{2/3}) rounds for n points in R^d.';
    expect(createRestorer(loadModel()).restore(text)).toEqual(restorer.restore(text));
  });

  it('returns no segments for an empty text', () => {
    expect(restorer.restore('')).toEqual([]);
  });
});

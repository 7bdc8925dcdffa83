import { describe, expect, it } from 'vitest';
import { createRestorer } from '../../../src/restore/create-restorer.ts';
import { loadModel } from './load-model.ts';

const restorer = createRestorer(loadModel());
function countSteps(text: string): number {
  const counter = { steps: 0 };
  restorer.restore(text, counter);
  return counter.steps;
}

describe('cost, in steps', () => {
  it.each<[string, (n: number) => string]>([
    ['formulas', (n) => 'we bound O(sqrt{n}log n) and epsilon^{-1+p{p}} '.repeat(n / 48)],
    ['one long formula', (n) => `let x = ${'alpha_{1} + '.repeat(n / 12)}1`],
    ['deep braces', (n) => `x^${'{'.repeat(n / 2)}n${'}'.repeat(n / 2)}`],
    ['dollars', (n) => '$ x^2 '.repeat(n / 6)],
    ['only dollars', (n) => '$'.repeat(n)],
    ['scripts', (n) => '^2'.repeat(n / 2)],
  ])(
    '%s grow no faster than the text',
    (_, make) => {
      const small = countSteps(make(2400));
      const large = countSteps(make(9600));
      expect(large).toBeLessThanOrEqual(4.6 * small + 4000);
    },
    60_000,
  );
});

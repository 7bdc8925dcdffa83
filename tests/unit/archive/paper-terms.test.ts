import { describe, expect, it } from 'vitest';
import { listTerms } from '../../../src/archive/paper-terms.ts';
import { WordReader } from '../../../src/archive/word-reader.ts';

const list = (text: string, formulas: string[] = [], title = '') =>
  listTerms(
    { title: { text: title, formulas: [] }, abstract: { text, formulas } },
    new WordReader(),
  );
const keys = (text: string, formulas?: string[]) => [...list(text, formulas).keys()];

describe('terms', () => {
  it.each([
    ['pruning, pruned, prune', ['prun']],
    ['planning; plans', ['plan']],
    ['strings; string; speed', ['string', 'speed']],
    ['LLMs, LLM', ['llm']],
    ['Itô. Ito', ['ito']],
    ['policies, policy', ['policy']],
  ])('of %j are one for all forms of a word', (text, expected) => {
    expect(keys(text)).toEqual(expected);
  });

  it('are no stop words, numbers, letters or addresses', () => {
    expect(
      keys('We propose 3 novel methods: x and 2025, see https://github.com/a/kernel.'),
    ).toEqual([]);
  });

  it('are phrases within a phrase only', () => {
    expect(keys('optimal transport')).toContain('optimal transport');
    expect(keys('optimal, transport')).not.toContain('optimal transport');
    expect(keys('optimal\ntransport')).not.toContain('optimal transport');
    expect(keys('optimal and transport')).not.toContain('optimal transport');
  });

  it('are one with a hyphen and with a space', () => {
    expect(keys('a low-rank matrix')).toContain('low rank');
    expect(keys('Monte Carlo')).toContain('mont carlo');
    expect(keys('quasi-Monte-Carlo')).toContain('mont carlo');
  });

  it('are names whose parts say nothing', () => {
    expect(keys('the k-means of GPT-4')).toEqual(expect.arrayContaining(['k mean', 'gpt 4']));
    expect(keys('end-to-end, state-of-the-art-like')).toEqual([]);
  });

  it('take the form of running text before that of titles and first words', () => {
    const terms = list('Kernels matter. Such kernels of Mercer.', [], 'Kernels of Mercer');
    expect(terms.get('kernel')).toMatchObject({ form: 'kernels', count: 5, isPlain: true });
    expect(terms.get('mercer')).toMatchObject({ form: 'Mercer', isPlain: true });
    expect(list('', [], 'Kernel Tricks').get('kernel')).toMatchObject({ isPlain: false });
  });

  it('are formulas as a whole and their commands, never single letters', () => {
    expect(keys('', ['\\tilde O(n^2)', 'x', '\\epsilon'])).toEqual([
      '$\\tildeO(n^2)',
      '$\\tilde',
      '$\\epsilon',
    ]);
  });
});

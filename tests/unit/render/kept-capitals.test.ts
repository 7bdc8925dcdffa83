import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findKeptCapitals } from '../../../src/render/kept-capitals.ts';
import { runs } from '../../tier.ts';

describe('findKeptCapitals', () => {
  it('keeps words with capitals inside, and parts of words between hyphens', () => {
    expect(
      findKeptCapitals('SlimFlow: Text-to-SQL and Multi-Modal LLMs on PAM&CLARA, diffGrad', ''),
    ).toEqual(['SlimFlow', 'SQL', 'LLMs', 'PAM', 'CLARA', 'diffGrad']);
  });

  it('keeps lone letters, which are symbols, and not the article', () => {
    expect(findKeptCapitals('K-Means: A Study of N', '')).toEqual(['K', 'N']);
  });

  it('keeps the names that the abstract writes with a capital within sentences', () => {
    const abstract =
      'Bridges are hard. We study the Schrödinger bridge and log-Sinkhorn steps. Light solvers help.';
    expect(findKeptCapitals('Light Schrödinger Bridges by Sinkhorn Steps', abstract)).toEqual([
      'Schrödinger',
      'Sinkhorn',
    ]);
  });

  it('takes no word for a name that the abstract writes without a capital too', () => {
    const abstract = 'We use Optimal Transport. Then optimal transport is used for Gaussian data.';
    expect(findKeptCapitals('Optimal Transport for Gaussian Data', abstract)).toEqual(['Gaussian']);
  });

  it('gives a word once, and nothing for nothing', () => {
    expect(findKeptCapitals('GAN or GAN', '')).toEqual(['GAN']);
    expect(findKeptCapitals('', '')).toEqual([]);
  });
});

describe('a name', () => {
  /** What a name is, as two regular expressions say it. */
  function isName(word: string, text: string): boolean {
    const before = String.raw`(?<![\p{L}\p{N}])`;
    const behind = String.raw`(?![\p{L}\p{N}])`;
    const within = String.raw`[\p{L}\p{N},)’'](?:\s+\(?|[-–/])${word}${behind}`;
    return (
      new RegExp(within, 'u').test(text) &&
      !new RegExp(before + word.toLowerCase() + behind, 'u').test(text)
    );
  }

  /** Words in which others stand, or that are others without their capital. */
  const word = fc.constantFrom(
    ...['Bayes', 'bayes', 'Bayesian', 'bayesian', 'NonBayes', 'Ba', 'Bayes3', 'BayesBayes'],
    ...['Émile', 'émile', 'E\u0301mile', 'e\u0301mile', 'Itô', 'itô', 'İz', 'i\u0307z'],
    ...['ß', 'A', 'K', 'k'],
    // Astral letters: bold ones, which have no other case, and Deseret, which have.
    ...['𝐀b', '𝐚b', '𐐀x', '𐐨x', '𐐀', '𐐨', '漢', '7', '𝟕', '\u0301'],
  );
  const between = fc.constantFrom(
    ...[' ', ' ', ' ', '  ', '\n', '\u00A0', ' \u2028', '-', '–', '/', '—', ' -', '- '],
    ...[', ', ',', '. ', '.', ' (', '(', ') ', ')', ' ((', '', '', '', ''],
    ...["'", " '", "' ", '’', '’ ', '"', ' "', '😀', '😀 '],
  );
  const text = fc
    .array(fc.tuple(word, between), { maxLength: 10, size: 'max' })
    .map((pieces) => pieces.flat().join(''));

  it('is what the regular expressions take for one', () => {
    let [names, others] = [0, 0];
    const { numRuns } = runs(10_000);
    fc.assert(
      fc.property(text, text, between, (title, rest, first) => {
        const abstract = first + rest;
        const words = [...title.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].map(([found]) => found);
        const isKept = (found: string): boolean => {
          if (/.\p{Lu}|^(?!A$)\p{Lu}$/u.test(found)) return true;
          if (!/^\p{Lu}./u.test(found)) return false;
          const is = isName(found, abstract);
          if (is) names++;
          else others++;
          return is;
        };
        expect(findKeptCapitals(title, abstract)).toEqual([...new Set(words.filter(isKept))]);
      }),
      { numRuns },
    );
    // Both come up.
    expect(Math.min(names, others)).toBeGreaterThan(numRuns / 50);
  });
});

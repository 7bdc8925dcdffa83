import { describe, expect, it } from 'vitest';
import { findKeptCapitals } from '../../../src/render/kept-capitals.ts';

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

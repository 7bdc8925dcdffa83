import { type Reranker, rerankSpans } from '../../src/restore/rerank-spans.ts';
import type { Case } from './gather-candidate-spans.ts';
import { normaliseFormula } from './score.ts';

/** Equally wide bins of raw belief. */
const BINS = 20;

/**
 * For each bin of raw belief (reranker × decoder) the share of formulas that are the author's, place
 * and LaTeX, made to rise and smoothed by a few pseudo-observations.
 * @see Zadrozny, Elkan 2002, isotonic regression by pooling adjacent violators
 */
export function calibrateProbability(reranker: Reranker, cases: readonly Case[]): number[] {
  const right = new Float64Array(BINS);
  const all = new Float64Array(BINS);
  for (const c of cases) {
    rerankSpans(reranker, c.text, c.candidateSpans).forEach((q, k) => {
      if (c.truth[k] < 0) return;
      const s = c.candidateSpans[k];
      const bin = Math.min(BINS - 1, Math.floor(q * s.decoded * BINS));
      all[bin]++;
      const author = c.latex[k];
      const strip = (latex: string): string =>
        normaliseFormula(latex).replace(/^[0-9.,;:]+|[0-9.,;:]+$/g, '');
      if (c.truth[k] === 1 && author !== undefined && strip(author) === strip(s.latex))
        right[bin]++;
    });
  }
  const pools: { sum: number; weight: number; bins: number }[] = [];
  for (let b = 0; b < BINS; b++) {
    pools.push({ sum: right[b] + (2 * (b + 0.5)) / BINS, weight: all[b] + 2, bins: 1 });
    for (;;) {
      const [before, last] = pools.slice(-2);
      if (last === undefined || before.sum / before.weight < last.sum / last.weight) break;
      pools.pop();
      before.sum += last.sum;
      before.weight += last.weight;
      before.bins += last.bins;
    }
  }
  return pools.flatMap((p) => Array.from({ length: p.bins }, () => +(p.sum / p.weight).toFixed(4)));
}

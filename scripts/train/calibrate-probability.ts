import { type Reranker, rerankSpans } from '../../src/restore/rerank-spans.ts';
import type { Case } from './gather-candidate-spans.ts';
import { normaliseCore } from './score.ts';

/** Number of equally wide bins of the uncalibrated probability. */
const BINS = 20;
/** Observations that are added to each bin, with its middle as their mean. */
const PRIOR = 2;

/**
 * For each bin of the uncalibrated probability (reranker × decoder) the share of formulas that are
 * exactly the author's, made to increase from bin to bin and smoothed by `PRIOR`.
 * @see Zadrozny, Elkan 2002, isotonic regression by pooling adjacent violators
 */
export function calibrateProbability(reranker: Reranker, cases: readonly Case[]): number[] {
  const right = new Float64Array(BINS);
  const all = new Float64Array(BINS);
  for (const { text, spans, truth, latex } of cases) {
    rerankSpans(reranker, text, spans).forEach((q, k) => {
      if (truth[k] < 0) return;
      const bin = Math.min(BINS - 1, Math.floor(q * spans[k].decoded * BINS));
      const author = latex[k];
      all[bin]++;
      if (author !== undefined && normaliseCore(author) === normaliseCore(spans[k].latex))
        right[bin]++;
    });
  }
  const pools: { sum: number; weight: number; bins: number }[] = [];
  for (let b = 0; b < BINS; b++) {
    const sum = right[b] + (PRIOR * (b + 0.5)) / BINS;
    pools.push({ sum, weight: all[b] + PRIOR, bins: 1 });
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

import { STEPS } from '../../src/restore/exp-table.ts';
import type { CandidateSpan } from '../../src/restore/find-candidate-spans.ts';
import type { Reranker } from '../../src/restore/rerank-spans.ts';
import { fillRerankerRows, RERANKER_FEATURES } from '../../src/restore/reranker-features.ts';

/** The table has 2^BITS weights. */
const BITS = 15;
const EPOCHS = 2;
/** Learning rate of Adagrad. */
const RATE = 0.05;
/** Weight of the L2 regularisation. */
const DECAY = 1e-3;

/** The candidates of a text, and for each 1 (an author's formula), 0 (none) or −1 (either is right). */
export interface RerankerExample {
  text: string;
  spans: CandidateSpan[];
  truth: number[];
}

/**
 * A logistic regression over hashed features with L2 regularisation, trained by Adagrad in a fixed
 * order: `EPOCHS` over each group of examples, one group after the other, so that the last one has
 * the most influence.
 */
export function trainReranker(groups: readonly (readonly RerankerExample[])[]): Reranker {
  const w = new Float64Array(1 << BITS);
  const g2 = new Float64Array(1 << BITS).fill(0.1);
  for (const group of groups) {
    const prepared = group.map(({ text, spans, truth }) => ({
      rows: fillRerankerRows(text, spans, BITS),
      truth,
    }));
    for (let epoch = 0; epoch < EPOCHS; epoch++)
      for (const { rows, truth } of prepared)
        truth.forEach((y, k) => {
          if (y < 0) return;
          const own = rows.subarray(k * RERANKER_FEATURES, (k + 1) * RERANKER_FEATURES);
          let score = 0;
          for (const r of own) score += w[r];
          const error = 1 / (1 + Math.exp(-score)) - y;
          for (const r of own) {
            const g = error + DECAY * w[r];
            g2[r] += g * g;
            w[r] -= (RATE * g) / Math.sqrt(g2[r]);
          }
        });
  }
  const quantise = (x: number): number => Math.max(-32767, Math.min(32767, Math.round(x * STEPS)));
  return { bits: BITS, weights: Int16Array.from(w, quantise) };
}

import type { CandidateSpan } from '../../src/restore/candidate-span.ts';
import type { Reranker } from '../../src/restore/rerank-spans.ts';
import { fillRerankerRows, RERANKER_FEATURES } from '../../src/restore/reranker-features.ts';

/** Rows of the table are 2^BITS. */
const BITS = 15;
const EPOCHS = 2;
const RATE = 0.05;
/** L2: a step pulls each weight back by this share of the rate. */
const DECAY = 1e-3;

/**
 * The candidateSpans of one held-out text, and for each 1 (an author's formula), 0 (not) or −1 (either
 * answer is right).
 */
export interface RerankerExample {
  text: string;
  candidateSpans: CandidateSpan[];
  truth: number[];
}

/**
 * Logistic regression over hashed crosses, with L2, by Adagrad in a fixed order: `EPOCHS` over each
 * group of examples in its turn, so that the last group has the last word.
 */
export function trainReranker(groups: readonly (readonly RerankerExample[])[]): Reranker {
  const w = new Float64Array(1 << BITS);
  const g2 = new Float64Array(1 << BITS).fill(0.1);
  for (const group of groups) {
    const prepared = group.map(({ text, candidateSpans, truth }) => ({
      rows: fillRerankerRows(text, candidateSpans, BITS),
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
  return {
    bits: BITS,
    weights: Int16Array.from(w, (x) => Math.max(-32767, Math.min(32767, Math.round(x * 64)))),
  };
}

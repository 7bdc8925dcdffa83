import { expSteps } from './exp-table.ts';
import type { CandidateSpan } from './find-candidate-spans.ts';
import { fillRerankerRows, RERANKER_FEATURES } from './reranker-features.ts';

/** A logistic regression over hashed features: 2^bits weights in 1/64 of a natural logarithm. */
export interface Reranker {
  bits: number;
  weights: Int16Array;
}

/** Weight of the reranker's score in the result; the rest is that of the tagger. */
const OWN_SHARE = 0.75;

/**
 * For each candidate the probability that exactly this span is a formula: the weighted geometric mean
 * of the odds of the reranker and of the tagger. The fourth root is two square roots, which are the
 * same on every machine.
 * @param spans all candidates of the text
 */
export function rerankSpans(
  reranker: Reranker,
  text: string,
  spans: readonly CandidateSpan[],
): number[] {
  const rows = fillRerankerRows(text, spans, reranker.bits);
  return spans.map(({ probability }, k) => {
    let score = 0;
    for (let f = k * RERANKER_FEATURES; f < (k + 1) * RERANKER_FEATURES; f++)
      score += reranker.weights[rows[f]];
    const tagged = Math.min(probability, 0.9999);
    const odds =
      expSteps(Math.round(score * OWN_SHARE)) * Math.sqrt(Math.sqrt(tagged / (1 - tagged)));
    return odds / (1 + odds);
  });
}

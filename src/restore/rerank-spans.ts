import type { CandidateSpan } from './candidate-span.ts';
import { expSteps } from './exp-table.ts';
import { fillRerankerRows, RERANKER_FEATURES } from './reranker-features.ts';

/** Reranker: int16 weights under 2^bits hashes, scores in 1/64. */
export interface Reranker {
  bits: number;
  weights: Int16Array;
}

/** Part of the judge's own score in its belief; the rest is the tagger's. */
const OWN_SHARE = 0.75;

/**
 * For each candidateSpan the probability that its authors had exactly this formula there: the judge's
 * odds and the tagger's as a weighted geometric mean. The fourth root is taken by square roots, which
 * are the same on every machine.
 */
export function rerankSpans(
  reranker: Reranker,
  text: string,
  candidateSpans: readonly CandidateSpan[],
): number[] {
  const rows = fillRerankerRows(text, candidateSpans, reranker.bits);
  return candidateSpans.map(({ probability }, k) => {
    let score = 0;
    for (let f = k * RERANKER_FEATURES; f < (k + 1) * RERANKER_FEATURES; f++)
      score += reranker.weights[rows[f]];
    const tagged = Math.min(probability, 0.9999);
    const odds =
      expSteps(Math.round(score * OWN_SHARE)) * Math.sqrt(Math.sqrt(tagged / (1 - tagged)));
    return odds / (1 + odds);
  });
}

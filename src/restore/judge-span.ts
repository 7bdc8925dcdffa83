import { expSteps } from './exp-table.ts';
import { fillJudgeRows, JUDGE_FEATURES } from './judge-features.ts';
import type { Suspect } from './suspect.ts';

/** Judge: int16 weights under 2^bits hashes, scores in 1/64. */
export interface Judge {
  bits: number;
  weights: Int16Array;
}

/** Part of the judge's own score in its belief; the rest is the tagger's. */
const OWN_SHARE = 0.75;

/**
 * For each suspect the probability that its authors had exactly this formula there: the judge's
 * odds and the tagger's as a weighted geometric mean. The fourth root is taken by square roots, which
 * are the same on every machine.
 */
export function judgeSuspects(judge: Judge, text: string, suspects: readonly Suspect[]): number[] {
  const rows = fillJudgeRows(text, suspects, judge.bits);
  return suspects.map(({ probability }, k) => {
    let score = 0;
    for (let f = k * JUDGE_FEATURES; f < (k + 1) * JUDGE_FEATURES; f++)
      score += judge.weights[rows[f]];
    const tagged = Math.min(probability, 0.9999);
    const odds =
      expSteps(Math.round(score * OWN_SHARE)) * Math.sqrt(Math.sqrt(tagged / (1 - tagged)));
    return odds / (1 + odds);
  });
}

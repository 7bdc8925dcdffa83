import { fillJudgeRows, JUDGE_FEATURES } from '../../src/restore/judge-features.ts';
import type { Judge } from '../../src/restore/judge-span.ts';
import type { Suspect } from '../../src/restore/suspect.ts';

/** Rows of the table are 2^BITS. */
const BITS = 15;
const EPOCHS = 2;
const RATE = 0.05;
/** L2: a step pulls each weight back by this share of the rate. */
const DECAY = 1e-3;

/**
 * The suspects of one held-out text, and for each 1 (an author's formula), 0 (not) or −1 (either
 * answer is right).
 */
export interface JudgeExample {
  text: string;
  suspects: Suspect[];
  truth: number[];
}

/**
 * Logistic regression over hashed crosses, with L2, by Adagrad in a fixed order: `EPOCHS` over each
 * group of examples in its turn, so that the last group has the last word.
 */
export function trainJudge(groups: readonly (readonly JudgeExample[])[]): Judge {
  const w = new Float64Array(1 << BITS);
  const g2 = new Float64Array(1 << BITS).fill(0.1);
  for (const group of groups) {
    const prepared = group.map(({ text, suspects, truth }) => ({
      rows: fillJudgeRows(text, suspects, BITS),
      truth,
    }));
    for (let epoch = 0; epoch < EPOCHS; epoch++)
      for (const { rows, truth } of prepared)
        truth.forEach((y, k) => {
          if (y < 0) return;
          const own = rows.subarray(k * JUDGE_FEATURES, (k + 1) * JUDGE_FEATURES);
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

import {
  fillJudgeRows,
  JUDGE_FEATURES,
  type Judge,
  type Suspect,
} from '../../src/restore/judge-span.ts';

/**
 * The suspects of one held-out text, and for each 1 (an author's formula), 0 (not) or −1 (either
 * answer is right).
 */
export interface JudgeExample {
  text: string;
  suspects: Suspect[];
  truth: number[];
}

/** Logistic regression over hashed crosses, with L2, by Adagrad in a fixed order. */
export function trainJudge(
  examples: readonly JudgeExample[],
  bits = 12,
  epochs = 2,
  rate = 0.05,
  decay = 1e-2,
): Judge {
  const w = new Float64Array(1 << bits);
  const g2 = new Float64Array(1 << bits).fill(1e-1);
  const prepared = examples.map((e) => ({
    rows: fillJudgeRows(e.text, e.suspects, bits),
    truth: e.truth,
  }));
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const { rows, truth } of prepared) {
      truth.forEach((y, k) => {
        if (y < 0) return;
        let score = 0;
        for (let f = k * JUDGE_FEATURES; f < (k + 1) * JUDGE_FEATURES; f++) score += w[rows[f]];
        const error = 1 / (1 + Math.exp(-score)) - y;
        for (let f = k * JUDGE_FEATURES; f < (k + 1) * JUDGE_FEATURES; f++) {
          const r = rows[f];
          const g = error + decay * w[r];
          g2[r] += g * g;
          w[r] -= (rate * g) / Math.sqrt(g2[r]);
        }
      });
    }
  }
  return {
    bits,
    weights: Int16Array.from(w, (x) => Math.max(-32767, Math.min(32767, Math.round(x * 64)))),
  };
}

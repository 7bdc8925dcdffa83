import type { Description } from './describe-tokens.ts';
import { expSteps } from './exp-table.ts';
import {
  extractFeatures,
  FEATURES,
  FEATURES_WITH_READING,
  type FirstReading,
} from './extract-features.ts';
import { ALLOWED, LABELS } from './tag-labels.ts';
import type { Tokens } from './tokenize.ts';

/**
 * A quantised tagger: four int8 weights (labels 1–4; label 0 is the zero point) for each of 2^bits
 * rows, 5×5 transitions; scores in 1/64 after multiplying the weights by `unit`.
 */
export interface Tagger {
  bits: number;
  unit: number;
  hasReading: boolean;
  weights: Int8Array;
  transitions: Int32Array;
}

/**
 * A possible formula: tokens `from`…`to` (inclusive) and the CRF's probability of exactly this
 * formula.
 */
export interface SpanBelief {
  from: number;
  to: number;
  probability: number;
}
/**
 * What the tagger believes of a text: `math[i]` is the probability that token i is mathematics
 * (0–255), `spans` every formula it holds possible.
 */
export interface Belief {
  math: FirstReading;
  spans: SpanBelief[];
}

/** Formulas less probable than this are not looked at. */
const FLOOR = 0.04;

/**
 * Forward–backward over labels in plain probabilities, scaled per token; integer scores make it the
 * same on every machine. Linear in the number of tokens.
 * @see Lafferty, McCallum, Pereira 2001, Conditional random fields
 */
export function tagTokens(
  tagger: Tagger,
  tokens: Tokens,
  description: Description,
  first?: FirstReading,
): Belief {
  const n = tokens.count;
  const belief: Belief = { math: new Uint8Array(n), spans: [] };
  if (n === 0) return belief;
  const per = tagger.hasReading ? FEATURES_WITH_READING : FEATURES;
  const features = new Int32Array(n * per);
  extractFeatures(tokens, description, tagger.bits, features, first);
  const { weights, unit } = tagger;
  const T = new Float64Array(25);
  for (let k = 0; k < 25; k++) T[k] = ALLOWED[k] ? expSteps(tagger.transitions[k]) : 0;
  const psi = new Float64Array(n * 5);
  const alpha = new Float64Array(n * 5);
  const beta = new Float64Array(n * 5);
  for (let i = 0; i < n; i++) {
    const p = i * 5;
    if (description.forced[i] === 1) {
      psi[p] = 1;
      continue;
    }
    let s1 = 0;
    let s2 = 0;
    let s3 = 0;
    let s4 = 0;
    for (let f = i * per, end = f + per; f < end; f++) {
      const r = features[f] << 2;
      s1 += weights[r];
      s2 += weights[r + 1];
      s3 += weights[r + 2];
      s4 += weights[r + 3];
    }
    psi[p] = 1;
    psi[p + 1] = expSteps(s1 * unit);
    psi[p + 2] = expSteps(s2 * unit);
    psi[p + 3] = expSteps(s3 * unit);
    psi[p + 4] = expSteps(s4 * unit);
  }
  const scales = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const p = i * 5;
    let z = 0;
    for (let y = 0; y < LABELS; y++) {
      let a = 0;
      if (i === 0) a = y === 0 || y === 1 || y === 4 ? 1 : 0;
      else for (let x = 0; x < LABELS; x++) a += alpha[p - 5 + x] * T[x * 5 + y];
      a *= psi[p + y];
      alpha[p + y] = a;
      z += a;
    }
    scales[i] = z;
    for (let y = 0; y < LABELS; y++) alpha[p + y] = alpha[p + y] / z;
  }
  const tail = (n - 1) * 5;
  const end = alpha[tail] + alpha[tail + 3] + alpha[tail + 4];
  beta[tail] = beta[tail + 3] = beta[tail + 4] = 1 / end;
  for (let i = n - 2; i >= 0; i--) {
    const p = i * 5;
    for (let x = 0; x < LABELS; x++) {
      let b = 0;
      for (let y = 0; y < LABELS; y++) b += T[x * 5 + y] * psi[p + 5 + y] * beta[p + 5 + y];
      beta[p + x] = b / scales[i + 1];
    }
  }
  for (let i = 0; i < n; i++) {
    const p = i * 5;
    belief.math[i] = Math.max(0, Math.min(255, Math.floor(256 * (1 - alpha[p] * beta[p]))));
    const single = alpha[p + 4] * beta[p + 4];
    if (single > FLOOR) belief.spans.push({ from: i, to: i, probability: single });
    if (alpha[p + 1] * beta[p + 1] <= FLOOR) continue;
    // Walk on from a beginning; the probability of being still inside only falls, so few steps are
    // spent on nothing.
    let stay = alpha[p + 1];
    let state = 1;
    for (let j = i + 1; j < n; j++) {
      const q = j * 5;
      const leave = ((stay * T[state * 5 + 3] * psi[q + 3]) / scales[j]) * beta[q + 3];
      if (leave > FLOOR) belief.spans.push({ from: i, to: j, probability: leave });
      stay = (stay * T[state * 5 + 2] * psi[q + 2]) / scales[j];
      state = 2;
      if (stay * beta[q + 2] <= FLOOR) break;
    }
  }
  return belief;
}

/**
 * Chooses formulas that do not overlap so that the sum of (probability − threshold) is greatest:
 * the choice that maximises expected span F1 at that trade-off.
 */
export function chooseSpans<T extends SpanBelief>(spans: readonly T[], threshold: number): T[] {
  const sorted = [...spans].sort((a, b) => a.to - b.to || a.from - b.from);
  const best = new Float64Array(sorted.length + 1);
  const taken = new Int32Array(sorted.length).fill(-1);
  for (let k = 0; k < sorted.length; k++) {
    const s = sorted[k];
    let j = k;
    while (j > 0 && sorted[j - 1].to >= s.from) j--;
    const gain = best[j] + s.probability - threshold;
    if (gain > best[k]) {
      best[k + 1] = gain;
      taken[k] = j;
    } else best[k + 1] = best[k];
  }
  const chosen: T[] = [];
  for (let k = sorted.length; k > 0; ) {
    if (taken[k - 1] >= 0) {
      chosen.push(sorted[k - 1]);
      k = taken[k - 1];
    } else k--;
  }
  return chosen.reverse();
}

import type { Description } from './describe-tokens.ts';
import { expSteps } from './exp-table.ts';
import {
  extractFeatures,
  FEATURES,
  FEATURES_WITH_READING,
  type FirstReading,
} from './extract-features.ts';
import type { Tokens } from './tokenize.ts';

/**
 * Number of labels of a token: 0 outside of formulas, 1 first of a formula, 2 inside, 3 last, 4 the
 * only token of a formula.
 */
export const LABELS = 5;

/** `ALLOWED[from * 5 + to]`: whether a label may follow another. */
export const ALLOWED: Uint8Array = Uint8Array.from([
  ...[1, 1, 0, 0, 1],
  ...[0, 0, 1, 1, 0],
  ...[0, 0, 1, 1, 0],
  ...[1, 1, 0, 0, 1],
  ...[1, 1, 0, 0, 1],
]);

/** A tagger as it is stored: a linear-chain conditional random field over hashed features. */
export interface Tagger {
  /** The table has 2^bits rows of four weights, for labels 1 to 4; those of label 0 are 0. */
  bits: number;
  /** Weights × unit are scores in 1/64 of a natural logarithm. */
  unit: number;
  /** Whether its features include those of a first reading. */
  hasReading: boolean;
  weights: Int8Array;
  /** Scores of `from * 5 + to`, in 1/64 of a natural logarithm. */
  transitions: Int32Array;
}

/** Tokens `from` to `to` (inclusive), and the probability that exactly they are a formula. */
export interface SpanProbability {
  from: number;
  to: number;
  probability: number;
}
/** What a tagger finds in a text. */
export interface Tagging {
  /** The probability that a token is part of a formula, 0 to 255. */
  math: FirstReading;
  /** Every span with a probability above `FLOOR`. */
  spans: SpanProbability[];
}

/** Spans that are less probable than this are left out. */
const FLOOR = 0.04;

/**
 * The forward pass of a CRF with {@link LABELS} labels over `n` tokens: fills `alpha` with label
 * probabilities given the tokens so far, and `scales` with the factors that normalise them.
 * @param psi exponentials of the label scores of each token
 * @param T exponentials of the transition scores, 0 where they are not allowed
 */
export function runForward(
  n: number,
  psi: Float64Array,
  T: Float64Array,
  alpha: Float64Array,
  scales: Float64Array,
): void {
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
    for (let y = 0; y < LABELS; y++) alpha[p + y] /= z;
  }
}

/**
 * The probabilities of tokens and spans by forward–backward, in scaled probabilities; integer scores
 * make the result the same on every machine. Linear in the number of tokens.
 * @param first the first reading, for a tagger with `hasReading`
 * @see Lafferty, McCallum, Pereira 2001, Conditional random fields
 */
export function tagTokens(
  tagger: Tagger,
  tokens: Tokens,
  description: Description,
  first?: FirstReading,
): Tagging {
  const n = tokens.count;
  const tagging: Tagging = { math: new Uint8Array(n), spans: [] };
  if (n === 0) return tagging;
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
  runForward(n, psi, T, alpha, scales);
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
    tagging.math[i] = Math.max(0, Math.min(255, Math.floor(256 * (1 - alpha[p] * beta[p]))));
    const single = alpha[p + 4] * beta[p + 4];
    if (single > FLOOR) tagging.spans.push({ from: i, to: i, probability: single });
    if (alpha[p + 1] * beta[p + 1] <= FLOOR) continue;
    // Extend the span from its first token; the probability of being inside only falls, so that this
    // soon ends.
    let stay = alpha[p + 1];
    let state = 1;
    for (let j = i + 1; j < n; j++) {
      const q = j * 5;
      const leave = ((stay * T[state * 5 + 3] * psi[q + 3]) / scales[j]) * beta[q + 3];
      if (leave > FLOOR) tagging.spans.push({ from: i, to: j, probability: leave });
      stay = (stay * T[state * 5 + 2] * psi[q + 2]) / scales[j];
      state = 2;
      if (stay * beta[q + 2] <= FLOOR) break;
    }
  }
  return tagging;
}

/**
 * Of overlapping spans those that do not overlap and have the highest sum of (probability −
 * threshold), which maximises the expected span F1 at that trade-off, in order.
 */
export function chooseSpans<T extends SpanProbability>(
  spans: readonly T[],
  threshold: number,
): T[] {
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

import { describeTokens } from '../../src/restore/describe-tokens.ts';
import {
  extractFeatures,
  FEATURES,
  FEATURES_WITH_READING,
  type FirstReading,
} from '../../src/restore/extract-features.ts';
import type { Lexicon } from '../../src/restore/lexicon.ts';
import { ALLOWED, LABELS } from '../../src/restore/tag-labels.ts';
import type { Tokens } from '../../src/restore/tokenize.ts';

/**
 * One text with its labels; `weight` scales its steps, `first` is a first reading if the model
 * takes one.
 */
export interface TaggerExample {
  tokens: Tokens;
  labels: Uint8Array;
  weight: number;
  first?: FirstReading;
}
/**
 * A trained tagger in floating point: four weights (labels 1–4; label 0 is the zero point) per
 * table row, and 5×5 transitions.
 */
export interface FloatTagger {
  bits: number;
  weights: Float32Array;
  transitions: Float64Array;
}

/** A linear-chain CRF under training. */
export interface TaggerTrainer {
  count(tokens: Tokens, first?: FirstReading): void;
  learn(example: TaggerExample, rate: number): number;
  finish(): FloatTagger;
  seen: Uint8Array;
}

/**
 * A linear-chain conditional random field over hashed features, trained on one text at a time with
 * Adagrad.
 * @see Lafferty, McCallum, Pereira 2001; Duchi, Hazan, Singer 2011
 */
export function createTaggerTrainer(
  bits: number,
  lexicon: Lexicon,
  hasReading: boolean,
  cut = 3,
  dropout = 0,
  seed = 1,
  counted?: Uint8Array,
): TaggerTrainer {
  const rows = 1 << bits;
  const table = new Float32Array(rows * 8); // weights and squared gradients of a row side by side: one cache line
  const transitions = new Float64Array(25);
  const transitionSquares = new Float64Array(25).fill(1e-2);
  const count = hasReading ? FEATURES_WITH_READING : FEATURES;
  const seen = counted ?? new Uint8Array(rows);
  let random = seed | 0;
  let features = new Int32Array(count * 1024);
  let psi = new Float64Array(5 * 1024);
  let alpha = new Float64Array(5 * 1024);
  let beta = new Float64Array(5 * 1024);
  let scales = new Float64Array(1024);
  const expT = new Float64Array(25);
  const gradT = new Float64Array(25);

  function countFeatures(tokens: Tokens, first?: FirstReading): void {
    const rowsOfText = new Int32Array(count * tokens.count);
    const description = describeTokens(tokens, lexicon);
    extractFeatures(tokens, description, bits, rowsOfText, first);
    for (let i = 0; i < tokens.count; i++)
      if (description.forced[i] === 0)
        for (let f = i * count; f < (i + 1) * count; f++)
          if (seen[rowsOfText[f]] < 255) seen[rowsOfText[f]]++;
  }

  function learn({ tokens, labels, weight, first }: TaggerExample, rate: number): number {
    const n = tokens.count;
    if (n === 0) return 0;
    if (scales.length < n) {
      const size = n * 2;
      features = new Int32Array(count * size);
      psi = new Float64Array(5 * size);
      alpha = new Float64Array(5 * size);
      beta = new Float64Array(5 * size);
      scales = new Float64Array(size);
    }
    const description = describeTokens(tokens, lexicon);
    const { forced } = description;
    // A word that authors did put into this formula is not forced here, so that its formula can be
    // learned whole.
    for (let i = 0; i < n; i++) if (labels[i] !== 0) forced[i] = 0;
    extractFeatures(tokens, description, bits, features, first);
    // Row 0 stays zero: it stands for features too rare to trust and for those dropped from this
    // step.
    for (let i = 0; i < n; i++)
      if (forced[i] === 0)
        for (let f = i * count; f < (i + 1) * count; f++) {
          if (seen[features[f]] < cut) {
            features[f] = 0;
            continue;
          }
          if (dropout > 0) {
            random = Math.imul(random, 1664525) + 1013904223;
            if (random >>> 8 < dropout * 16777216) features[f] = 0;
          }
        }
    for (let k = 0; k < 25; k++) expT[k] = ALLOWED[k] ? Math.exp(transitions[k]) : 0;
    let loss = 0;
    for (let i = 0; i < n; i++) {
      const p = i * 5;
      if (forced[i] === 1) {
        psi[p] = 1;
        psi[p + 1] = psi[p + 2] = psi[p + 3] = psi[p + 4] = 0;
        continue;
      }
      let s1 = 0;
      let s2 = 0;
      let s3 = 0;
      let s4 = 0;
      for (let f = i * count, end = f + count; f < end; f++) {
        const r = features[f] << 3;
        s1 += table[r];
        s2 += table[r + 1];
        s3 += table[r + 2];
        s4 += table[r + 3];
      }
      const top = Math.max(0, s1, s2, s3, s4);
      const y = labels[i];
      loss -= (y === 0 ? 0 : y === 1 ? s1 : y === 2 ? s2 : y === 3 ? s3 : s4) - top;
      psi[p] = Math.exp(-top);
      psi[p + 1] = Math.exp(s1 - top);
      psi[p + 2] = Math.exp(s2 - top);
      psi[p + 3] = Math.exp(s3 - top);
      psi[p + 4] = Math.exp(s4 - top);
    }
    for (let i = 0; i < n; i++) {
      const p = i * 5;
      let z = 0;
      for (let y = 0; y < LABELS; y++) {
        let a = 0;
        if (i === 0) a = y === 0 || y === 1 || y === 4 ? 1 : 0;
        else for (let x = 0; x < LABELS; x++) a += alpha[p - 5 + x] * expT[x * 5 + y];
        a *= psi[p + y];
        alpha[p + y] = a;
        z += a;
      }
      scales[i] = z;
      for (let y = 0; y < LABELS; y++) alpha[p + y] /= z;
      loss += Math.log(z);
      if (i > 0) loss -= transitions[labels[i - 1] * 5 + labels[i]];
    }
    const lastP = (n - 1) * 5;
    let zEnd = 0;
    for (let y = 0; y < LABELS; y++) {
      beta[lastP + y] = y === 0 || y >= 3 ? 1 : 0;
      zEnd += alpha[lastP + y] * beta[lastP + y];
    }
    loss += Math.log(zEnd);
    for (let y = 0; y < LABELS; y++) beta[lastP + y] /= zEnd;
    gradT.fill(0);
    for (let i = n - 2; i >= 0; i--) {
      const p = i * 5;
      const z = scales[i + 1];
      for (let x = 0; x < LABELS; x++) {
        let b = 0;
        for (let y = 0; y < LABELS; y++) {
          const e = (expT[x * 5 + y] * psi[p + 5 + y] * beta[p + 5 + y]) / z;
          b += e;
          gradT[x * 5 + y] += alpha[p + x] * e;
        }
        beta[p + x] = b;
      }
    }
    for (let i = 1; i < n; i++) gradT[labels[i - 1] * 5 + labels[i]] -= 1;
    for (let k = 0; k < 25; k++)
      if (ALLOWED[k] && k !== 0) {
        const g = gradT[k] * weight;
        transitionSquares[k] += g * g;
        transitions[k] -= (rate * g) / Math.sqrt(transitionSquares[k]);
      }
    for (let i = 0; i < n; i++) {
      const p = i * 5;
      if (forced[i] === 1) continue;
      const y = labels[i];
      let g1 = alpha[p + 1] * beta[p + 1];
      let g2 = alpha[p + 2] * beta[p + 2];
      let g3 = alpha[p + 3] * beta[p + 3];
      let g4 = alpha[p + 4] * beta[p + 4];
      if (y === 1) g1 -= 1;
      else if (y === 2) g2 -= 1;
      else if (y === 3) g3 -= 1;
      else if (y === 4) g4 -= 1;
      // Most tokens are prose beyond doubt: their steps would be nothing but time.
      if (Math.abs(g1) + Math.abs(g2) + Math.abs(g3) + Math.abs(g4) < 2e-3) continue;
      g1 *= weight;
      g2 *= weight;
      g3 *= weight;
      g4 *= weight;
      const q1 = g1 * g1;
      const q2 = g2 * g2;
      const q3 = g3 * g3;
      const q4 = g4 * g4;
      for (let f = i * count, end = f + count; f < end; f++) {
        const r = features[f] << 3;
        if (r === 0) continue;
        // The weights of four labels stand before the sums of their squared gradients.
        const s1 = table[r + 4] + q1;
        const s2 = table[r + 5] + q2;
        const s3 = table[r + 6] + q3;
        const s4 = table[r + 7] + q4;
        table[r + 4] = s1;
        table[r + 5] = s2;
        table[r + 6] = s3;
        table[r + 7] = s4;
        table[r] -= (rate * g1) / Math.sqrt(s1 + 1e-2);
        table[r + 1] -= (rate * g2) / Math.sqrt(s2 + 1e-2);
        table[r + 2] -= (rate * g3) / Math.sqrt(s3 + 1e-2);
        table[r + 3] -= (rate * g4) / Math.sqrt(s4 + 1e-2);
      }
    }
    return loss;
  }

  function finish(): FloatTagger {
    const weights = new Float32Array(rows * 4);
    for (let r = 0; r < rows; r++)
      for (let y = 0; y < 4; y++) weights[r * 4 + y] = table[r * 8 + y];
    return { bits, weights, transitions: transitions.slice() };
  }
  return { count: countFeatures, learn, finish, seen };
}

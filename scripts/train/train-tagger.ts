import { describeTokens } from '../../src/restore/describe-tokens.ts';
import {
  extractFeatures,
  FEATURES,
  FEATURES_WITH_READING,
  type FirstReading,
} from '../../src/restore/extract-features.ts';
import type { Lexicon } from '../../src/restore/lexicon.ts';
import { ALLOWED, runForward } from '../../src/restore/tag-tokens.ts';
import type { Tokens } from '../../src/restore/tokenize.ts';
import { runBackward } from './run-backward.ts';

/** A text with the labels of its tokens, and its first reading for a tagger with `hasReading`. */
export interface TaggerExample {
  tokens: Tokens;
  labels: Uint8Array;
  first?: FirstReading;
}
/** As `Tagger`, with floating-point scores in natural logarithms. */
export interface FloatTagger {
  bits: number;
  weights: Float32Array;
  transitions: Float64Array;
}

/** How a tagger is trained. */
export interface TaggerPlan {
  /** The table has 2^bits rows. */
  bits: number;
  epochs: number;
  /** Learning rate of Adagrad, and that of the last epoch. */
  rate: number;
  lastRate: number;
  /** Features that are counted fewer times are not learned. */
  cut: number;
  /** Share of features that are dropped at each step. */
  dropout: number;
  seed: number;
}

/** Trains a tagger. */
export interface TaggerTrainer {
  /** Counts the features of a text; all texts are counted before the first is learned. */
  count(tokens: Tokens, first?: FirstReading): void;
  /** Learns an example and returns its loss, in natural logarithms. */
  learn(example: TaggerExample, rate: number): number;
  finish(): FloatTagger;
  /** How often the features of each row were counted, up to 255. */
  seen: Uint8Array;
}

/** Added to the sums of squared gradients, so that the first steps are not too large. */
const ADAGRAD_START = 1e-2;
/** Tokens with a smaller gradient, the sum of its absolute values, are not learned: most are. */
const LEAST_GRADIENT = 2e-3;

/**
 * A linear-chain conditional random field over hashed features, trained on one text at a time with
 * Adagrad.
 * @param seen the counts of another trainer for the same features
 * @see Lafferty, McCallum, Pereira 2001; Duchi, Hazan, Singer 2011
 */
export function createTaggerTrainer(
  { bits, cut, dropout, seed }: TaggerPlan,
  lexicon: Lexicon,
  hasReading: boolean,
  seen: Uint8Array = new Uint8Array(1 << bits),
): TaggerTrainer {
  const rows = 1 << bits;
  // Four weights and the sums of their squared gradients: a row fits into a cache line.
  const table = new Float32Array(rows * 8);
  const transitions = new Float64Array(25);
  const transitionSquares = new Float64Array(25).fill(ADAGRAD_START);
  const count = hasReading ? FEATURES_WITH_READING : FEATURES;
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

  function learn({ tokens, labels, first }: TaggerExample, rate: number): number {
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
    // A word that is part of this formula is not forced, so that the whole formula can be learned.
    for (let i = 0; i < n; i++) if (labels[i] !== 0) forced[i] = 0;
    extractFeatures(tokens, description, bits, features, first);
    // Row 0 stays zero: it replaces rare and dropped features.
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
    runForward(n, psi, expT, alpha, scales);
    for (let i = 0; i < n; i++) {
      loss += Math.log(scales[i]);
      if (i > 0) loss -= transitions[labels[i - 1] * 5 + labels[i]];
    }
    gradT.fill(0);
    loss += Math.log(runBackward(n, psi, expT, alpha, scales, beta, gradT));
    for (let i = 1; i < n; i++) gradT[labels[i - 1] * 5 + labels[i]] -= 1;
    for (let k = 0; k < 25; k++)
      if (ALLOWED[k] && k !== 0) {
        const g = gradT[k];
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
      if (Math.abs(g1) + Math.abs(g2) + Math.abs(g3) + Math.abs(g4) < LEAST_GRADIENT) continue;
      const q1 = g1 * g1;
      const q2 = g2 * g2;
      const q3 = g3 * g3;
      const q4 = g4 * g4;
      for (let f = i * count, end = f + count; f < end; f++) {
        const r = features[f] << 3;
        if (r === 0) continue;
        const s1 = table[r + 4] + q1;
        const s2 = table[r + 5] + q2;
        const s3 = table[r + 6] + q3;
        const s4 = table[r + 7] + q4;
        table[r + 4] = s1;
        table[r + 5] = s2;
        table[r + 6] = s3;
        table[r + 7] = s4;
        table[r] -= (rate * g1) / Math.sqrt(s1 + ADAGRAD_START);
        table[r + 1] -= (rate * g2) / Math.sqrt(s2 + ADAGRAD_START);
        table[r + 2] -= (rate * g3) / Math.sqrt(s3 + ADAGRAD_START);
        table[r + 3] -= (rate * g4) / Math.sqrt(s4 + ADAGRAD_START);
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

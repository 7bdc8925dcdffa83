import { fillRows } from '../../src/restore/decode-formula.ts';
import { CONTEXTS, fillContexts, type PreparedFormula } from '../../src/restore/formula-context.ts';
import { STEP } from '../../src/restore/formula-state.ts';
import { type Decoder, listCandidates } from '../../src/restore/list-candidates.ts';
import type { AuthorStep } from './follow-formula.ts';

/** A captured formula with the steps of its author. */
export interface DecoderExample {
  formula: PreparedFormula;
  steps: AuthorStep[];
}
/** Trains the model of the decoder. */
export interface DecoderTrainer {
  /** Counts the features of an example; all examples are counted before the first is learned. */
  count(example: DecoderExample): void;
  /** Learns an example and returns its loss, in natural logarithms. */
  learn(example: DecoderExample, rate: number): number;
  /** The weights of the table. */
  finish(): Float32Array;
}

/**
 * A log-linear model of an author's next step, normalised over the steps that the channel allows,
 * trained with Adagrad. The table has 2^bits rows; features that were counted fewer than `cut` times
 * are not learned.
 * @see Ratnaparkhi 1996 (maximum-entropy tagging, left to right); Duchi, Hazan, Singer 2011
 */
export function createDecoderTrainer(
  decoder: Pick<Decoder, 'visible' | 'hidden'>,
  bits: number,
  cut: number,
): DecoderTrainer {
  const rows = 1 << bits;
  const table = new Float32Array(rows * 2);
  const seen = new Uint8Array(rows);
  const contexts = new Int32Array(CONTEXTS);
  const names = decoder.hidden.map((h) => h.meaning);
  let buffer = new Int32Array(CONTEXTS * 64);

  /** Learns one softmax over `meanings`; `right` is the index of the author's. */
  function learnChoice(meanings: number[], right: number, isName: boolean, rate: number): number {
    const n = meanings.length;
    if (buffer.length < n * CONTEXTS) buffer = new Int32Array(n * CONTEXTS * 2);
    const scores = new Float64Array(n);
    let top = -Infinity;
    for (let j = 0; j < n; j++) {
      const own = buffer.subarray(j * CONTEXTS, (j + 1) * CONTEXTS);
      fillRows(contexts, meanings[j], isName, bits, own);
      let score = 0;
      for (let k = 0; k < CONTEXTS; k++) score += table[own[k] * 2];
      scores[j] = score;
      top = Math.max(top, score);
    }
    let total = 0;
    for (let j = 0; j < n; j++) total += scores[j] = Math.exp(scores[j] - top);
    for (let j = 0; j < n; j++) {
      const g = scores[j] / total - (j === right ? 1 : 0);
      if (Math.abs(g) < 1e-3) continue;
      for (let k = 0; k < CONTEXTS; k++) {
        const row = buffer[j * CONTEXTS + k];
        if (seen[row] < cut) continue;
        table[row * 2 + 1] += g * g;
        table[row * 2] -= (rate * g) / Math.sqrt(table[row * 2 + 1] + 1e-2);
      }
    }
    return -Math.log(scores[right] / total);
  }

  function visit(
    example: DecoderExample,
    choose: (meanings: number[], right: number, isName: boolean) => void,
  ): void {
    for (const step of example.steps) {
      const candidates = listCandidates(decoder, example.formula.captured, step.state);
      const right = candidates.findIndex(
        (c) =>
          c.kind === step.kind &&
          (c.kind === STEP.open || c.kind === STEP.close || c.code === step.code),
      );
      if (right < 0) return; // a slip of the author that the decoder does not write
      const isOpen = step.kind === STEP.open;
      if (candidates.length === 1 && !isOpen) continue;
      fillContexts(example.formula, step.state, contexts);
      const meanings = candidates.map((c) => c.meaning);
      if (candidates.length > 1) choose(meanings, right, false);
      if (isOpen) choose(names, step.code, true);
    }
  }
  const one = new Int32Array(CONTEXTS);
  return {
    count(example) {
      visit(example, (meanings, right, isName) => {
        fillRows(contexts, meanings[right], isName, bits, one);
        for (let k = 0; k < CONTEXTS; k++) if (seen[one[k]] < 255) seen[one[k]]++;
      });
    },
    learn(example, rate) {
      let loss = 0;
      visit(example, (meanings, right, isName) => {
        loss += learnChoice(meanings, right, isName, rate);
      });
      return loss;
    },
    finish: () => Float32Array.from({ length: rows }, (_, r) => table[r * 2]),
  };
}

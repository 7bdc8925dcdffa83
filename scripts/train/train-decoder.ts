import { fillRows } from '../../src/restore/decode-formula.ts';
import { CONTEXTS, fillContexts, type PreparedFormula } from '../../src/restore/formula-context.ts';
import { STEP } from '../../src/restore/formula-state.ts';
import { type Decoder, listCandidates } from '../../src/restore/list-candidates.ts';
import type { AuthorStep } from './follow-formula.ts';

/** A captured formula with the steps its author took. */
export interface DecoderExample {
  formula: PreparedFormula;
  steps: AuthorStep[];
}
/** A log-linear step model under training. */
export interface DecoderTrainer {
  count(example: DecoderExample): void;
  learn(example: DecoderExample, rate: number): number;
  finish(): Float32Array;
}

/**
 * A conditional log-linear model of an author's next step, normalised over the steps the channel
 * allows, trained with Adagrad.
 * @see Ratnaparkhi 1996 (maximum-entropy tagging, left to right); Duchi, Hazan, Singer 2011
 */
export function createDecoderTrainer(
  decoder: Pick<Decoder, 'visible' | 'hidden'>,
  bits: number,
  cut: number,
  dropout = 0,
  seed = 1,
): DecoderTrainer {
  const rows = 1 << bits;
  const table = new Float32Array(rows * 2);
  const seen = new Uint8Array(rows);
  const contexts = new Int32Array(CONTEXTS);
  const isDropped = new Uint8Array(CONTEXTS);
  let random = seed | 0;
  let buffer = new Int32Array(CONTEXTS * 64);

  /** One softmax over `meanings`, `right` the author's. */
  function learnChoice(meanings: number[], right: number, names: boolean, rate: number): number {
    const n = meanings.length;
    if (buffer.length < n * CONTEXTS) buffer = new Int32Array(n * CONTEXTS * 2);
    const scores = new Float64Array(n);
    // The same contexts are dropped for all candidates of a choice: the rest must learn to do
    // without them.
    for (let k = 0; k < CONTEXTS; k++) {
      random = Math.imul(random, 1664525) + 1013904223;
      isDropped[k] = random >>> 8 < dropout * 16777216 ? 1 : 0;
    }
    let top = -Infinity;
    for (let j = 0; j < n; j++) {
      const own = buffer.subarray(j * CONTEXTS, (j + 1) * CONTEXTS);
      fillRows(contexts, meanings[j], names, bits, own);
      let score = 0;
      for (let k = 0; k < CONTEXTS; k++) if (isDropped[k] === 0) score += table[own[k] * 2];
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
        if (isDropped[k] === 1 || seen[row] < cut) continue;
        table[row * 2 + 1] += g * g;
        table[row * 2] -= (rate * g) / Math.sqrt(table[row * 2 + 1] + 1e-2);
      }
    }
    return -Math.log(scores[right] / total);
  }

  function visit(
    example: DecoderExample,
    choose: (meanings: number[], right: number, names: boolean) => void,
  ): void {
    for (const step of example.steps) {
      const candidates = listCandidates(decoder, example.formula.captured, step.state);
      const right = candidates.findIndex(
        (c) =>
          c.kind === step.kind &&
          (c.kind === STEP.open || c.kind === STEP.close || c.code === step.code),
      );
      if (right < 0) return; // an author's own slip that the machine does not write
      const isOpen = step.kind === STEP.open;
      if (candidates.length === 1 && !isOpen) continue;
      fillContexts(example.formula, step.state, contexts);
      if (candidates.length > 1)
        choose(
          candidates.map((c) => c.meaning),
          right,
          false,
        );
      if (isOpen)
        choose(
          decoder.hidden.map((h) => h.meaning),
          step.code,
          true,
        );
    }
  }
  const one = new Int32Array(CONTEXTS);
  return {
    count(example) {
      visit(example, (meanings, right, names) => {
        fillRows(contexts, meanings[right], names, bits, one);
        for (let k = 0; k < CONTEXTS; k++) if (seen[one[k]] < 255) seen[one[k]]++;
      });
    },
    learn(example, rate) {
      let loss = 0;
      visit(example, (meanings, right, names) => {
        loss += learnChoice(meanings, right, names, rate);
      });
      return loss;
    },
    finish: () => Float32Array.from({ length: rows }, (_, r) => table[r * 2]),
  };
}

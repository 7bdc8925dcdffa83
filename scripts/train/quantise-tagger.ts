import { STEPS } from '../../src/restore/exp-table.ts';
import type { Tagger } from '../../src/restore/tag-tokens.ts';
import type { FloatTagger } from './train-tagger.ts';

/** Weights in steps of `unit`/64 as int8; those below `prune` steps become nothing. */
export function quantiseTable(weights: Float32Array, unit: number, prune: number): Int8Array {
  const out = new Int8Array(weights.length);
  for (let k = 0; k < out.length; k++) {
    const q = (weights[k] * STEPS) / unit;
    out[k] = Math.abs(q) < prune ? 0 : Math.max(-127, Math.min(127, Math.round(q)));
  }
  return out;
}

/** A tagger as it is stored and run. */
export function quantiseTagger(
  model: FloatTagger,
  hasReading: boolean,
  unit = 2,
  prune = 0.5,
): Tagger {
  return {
    bits: model.bits,
    unit,
    hasReading,
    weights: quantiseTable(model.weights, unit, prune),
    transitions: Int32Array.from(model.transitions, (t) => Math.round(t * STEPS)),
  };
}

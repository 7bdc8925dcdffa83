import { STEPS } from '../../src/restore/exp-table.ts';
import type { Tagger } from '../../src/restore/tag-tokens.ts';
import type { FloatTagger } from './train-tagger.ts';

/** Weights in steps of `unit` / `STEPS` as int8; those of fewer than `prune` steps become 0. */
export function quantiseTable(weights: Float32Array, unit: number, prune: number): Int8Array {
  const out = new Int8Array(weights.length);
  for (let k = 0; k < out.length; k++) {
    const q = (weights[k] * STEPS) / unit;
    out[k] = Math.abs(q) < prune ? 0 : Math.max(-127, Math.min(127, Math.round(q)));
  }
  return out;
}

/** A tagger as it is stored, see `quantiseTable`. */
export function quantiseTagger(
  { bits, weights, transitions }: FloatTagger,
  hasReading: boolean,
  unit: number,
  prune: number,
): Tagger {
  return {
    bits,
    unit,
    hasReading,
    weights: quantiseTable(weights, unit, prune),
    transitions: Int32Array.from(transitions, (t) => Math.round(t * STEPS)),
  };
}

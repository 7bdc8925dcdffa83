import { CHUNK, type Description } from './describe-tokens.ts';
import type { FirstReading } from './extract-features.ts';
import { KIND, type Tokens } from './tokenize.ts';

/** Slots of tokens; a token's is 12 bits of its hash, see `slotOf`. */
const SLOTS = 4096;
export const slotOf = (hash: number): number => hash >>> 20;

/** How often tokens occur in a text, as columns with an entry for each slot. */
export interface Cooccurrences {
  /** Occurrences in chunks that contain a formula without doubt, up to 255. */
  sure: Uint8Array;
  /** All occurrences, up to 255. */
  total: Uint8Array;
  /** The two highest probabilities of the first reading, 0 to 255, and the token of the highest. */
  best: Uint8Array;
  second: Uint8Array;
  bestAt: Int32Array;
  /** Number of tokens, except numbers, that the first reading takes for mathematics. */
  mass: number;
}

/** Counts how often the tokens of a text occur in it. */
export function countCooccurrences(
  tokens: Tokens,
  d: Description,
  first: FirstReading | undefined,
): Cooccurrences {
  const sure = new Uint8Array(SLOTS);
  const total = new Uint8Array(SLOTS);
  const best = new Uint8Array(SLOTS);
  const second = new Uint8Array(SLOTS);
  const bestAt = new Int32Array(SLOTS).fill(-1);
  let mass = 0;
  for (let i = 0; i < tokens.count; i++) {
    const slot = slotOf(tokens.exact[i]);
    if (total[slot] < 255) total[slot]++;
    if (
      (d.chunkFlags[i] & (CHUNK.script | CHUNK.math | CHUNK.relation)) !== 0 &&
      (d.chunkFlags[i] & CHUNK.foreign) === 0 &&
      sure[slot] < 255
    )
      sure[slot]++;
    if (!first) continue;
    const p = first[i];
    if (p > 127 && tokens.kinds[i] !== KIND.digits) mass++;
    if (bestAt[slot] < 0 || p > best[slot]) {
      second[slot] = best[slot];
      best[slot] = p;
      bestAt[slot] = i;
    } else if (p > second[slot]) second[slot] = p;
  }
  return { sure, total, best, second, bestAt, mass };
}

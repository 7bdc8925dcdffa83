import { CHUNK, type Description } from './describe-tokens.ts';
import type { FirstReading } from './extract-features.ts';
import { KIND, type Tokens } from './tokenize.ts';

/**
 * Per slot (12 bits of a token's hash): in how many sure chunks it stands, how often at all, its
 * two best first readings and where the best is; `mass` counts tokens first read as mathematics.
 */
export interface Cooccurrences {
  sure: Uint8Array;
  total: Uint8Array;
  best: Uint8Array;
  second: Uint8Array;
  bestAt: Int32Array;
  mass: number;
}

/**
 * Where the same token, or the same letter, stands elsewhere in sure cooccurrences; keyed by 12 bits of
 * its hash.
 */
export function countCooccurrences(
  tokens: Tokens,
  d: Description,
  first: FirstReading | undefined,
): Cooccurrences {
  const sure = new Uint8Array(4096);
  const total = new Uint8Array(4096);
  const best = new Uint8Array(4096);
  const second = new Uint8Array(4096);
  const bestAt = new Int32Array(4096).fill(-1);
  let mass = 0;
  for (let i = 0; i < tokens.count; i++) {
    const slot = tokens.exact[i] >>> 20;
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

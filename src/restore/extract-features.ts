import { isOpeningBracket } from './character-codes.ts';
import { countCooccurrences, slotOf } from './count-cooccurrences.ts';
import { CHUNK, type Description } from './describe-tokens.ts';
import { hashText, mixHash } from './hash.ts';
import { noteTone } from './note-tone.ts';
import type { Tokens } from './tokenize.ts';

/** Number of features of each token. */
export const FEATURES = 60;
/** The same with a first reading. */
export const FEATURES_WITH_READING = 71;

/** For each token the probability that it is part of a formula, 0 to 255, by a simpler tagger. */
export type FirstReading = Uint8Array;

/** A small number as it is, larger ones in classes. */
const bucket = (n: number): number => (n < 4 ? n : n < 7 ? 4 : n < 13 ? 5 : 6);
/** Hash of what precedes and follows a text. */
const PAD = 0x51ed270b;

/** Number of tokens from `i` to the next sure one in a direction; 7 if it is far or behind prose. */
function distanceToSure(d: Description, n: number, i: number, step: number): number {
  for (let k = 1, j = i + step; k <= 6 && j >= 0 && j < n; k++, j += step) {
    if (d.sure[j] === 1) return k;
    if (d.prose[j] === 1) return 7;
  }
  return 7;
}

/**
 * Writes the features of each token that is not forced to `out`, as rows of a table with 2^bits rows
 * (the hashing trick): {@link FEATURES}, or {@link FEATURES_WITH_READING} with a first reading.
 * @see Weinberger et al. 2009, Feature hashing for large scale multitask learning
 */
export function extractFeatures(
  tokens: Tokens,
  d: Description,
  bits: number,
  out: Int32Array,
  first?: FirstReading,
): void {
  const n = tokens.count;
  const { exact: W, lower: L, spaced } = tokens;
  const C = d.classes;
  const shift = 32 - bits;
  const perToken = first ? FEATURES_WITH_READING : FEATURES;
  const cooccurrences = countCooccurrences(tokens, d, first);
  const tone = noteTone(tokens);
  const sureTotal = bucket(d.sureBefore[n]);
  const massBucket = bucket(cooccurrences.mass);
  const length = n < 14 ? 0 : n < 24 ? 1 : n < 60 ? 2 : 3;
  const w = (i: number): number => (i < 0 || i >= n ? PAD : W[i]);
  const l = (i: number): number => (i < 0 || i >= n ? PAD : L[i]);
  const cs = (i: number): number => (i < 0 ? 1000 : i >= n ? 1002 : (C[i] << 1) | spaced[i]);
  for (let i = 0; i < n; i++) {
    if (d.forced[i] === 1) continue;
    let at = i * perToken;
    let template = 1;
    const put = (h: number): void => {
      out[at++] = mixHash(h, template++) >>> shift;
    };
    const c0 = cs(i);
    const c1 = cs(i - 1);
    const c2 = cs(i - 2);
    const c3 = cs(i - 3);
    const d1 = cs(i + 1);
    const d2 = cs(i + 2);
    const d3 = cs(i + 3);
    const w0 = W[i];
    const w1 = w(i - 1);
    const w2 = w(i - 2);
    const x1 = w(i + 1);
    const x2 = w(i + 2);
    const sp = spaced[i] | (i + 1 < n ? spaced[i + 1] << 1 : 2);
    put(mixHash(w0, sp));
    put(mixHash(l(i), 0));
    put(c0);
    const w1s = mixHash(w1, spaced[i]);
    const x1s = mixHash(x1, i + 1 < n ? spaced[i + 1] : 1);
    put(w1s);
    put(x1s);
    put(mixHash(w2, c1));
    put(mixHash(x2, d1));
    put(mixHash(w1s, w0));
    put(mixHash(x1s, w0));
    put(mixHash(mixHash(w1s, x1s), w0));
    put(mixHash(mixHash(w1s, x1s), c0));
    put(mixHash(mixHash(l(i - 1), l(i - 2)), c0));
    put(mixHash(mixHash(l(i + 1), l(i + 2)), c0));
    put(mixHash(mixHash(w1s, w2), w0));
    put(mixHash(mixHash(x1s, x2), w0));
    put(mixHash(w1s, c0));
    put(mixHash(x1s, c0));
    const left = mixHash(c0, c1);
    const right = mixHash(c0, d1);
    put(left);
    put(right);
    put(mixHash(left, d1));
    put(mixHash(left, c2));
    put(mixHash(right, d2));
    const both = mixHash(mixHash(left, c2), d1);
    put(mixHash(both, d2));
    put(mixHash(mixHash(left, c2), c3));
    put(mixHash(mixHash(right, d2), d3));
    put(mixHash(mixHash(mixHash(both, d2), d3), c3));
    put(mixHash(mixHash(left, d1), mixHash(w0, l(i - 1))));
    put(mixHash(l(i - 2), c0));
    put(mixHash(l(i + 2), c0));
    put(mixHash(l(i - 3), c0));
    put(mixHash(l(i + 3), c0));
    const s = tokens.starts[i];
    const e = tokens.ends[i];
    put(mixHash(hashText(tokens.text, s, Math.min(s + 3, e)), c0));
    put(mixHash(hashText(tokens.text, Math.max(s, e - 3), e), c0));
    // The word between the classes around it: `k in K`, `in R^`, `q le 2`.
    const sides = mixHash(c1, d1);
    put(mixHash(sides, w0));
    put(mixHash(mixHash(sides, w0), c2));
    put(mixHash(mixHash(sides, w0), d2));
    put(mixHash(mixHash(c2, d2), mixHash(sides, w0)));
    // The chunk of the token, and those next to it.
    const from = d.chunkStart[i];
    const to = d.chunkEnd[i];
    const place = Math.min(i - from, 15);
    const rest = Math.min(to - 1 - i, 15);
    const flags = d.chunkFlags[i];
    const flagsBefore = from > 0 ? d.chunkFlags[from - 1] : 256;
    const flagsAfter = to < n ? d.chunkFlags[to] : 256;
    put(mixHash(d.chunkShape[i], place));
    put(mixHash(d.chunkText[i], place));
    put(mixHash(mixHash(d.chunkShape[i], place), mixHash(l(from - 1), l(to))));
    put(mixHash(mixHash(flags, c0), Math.min(place, 3)));
    put(mixHash(mixHash(flagsBefore, flagsAfter), mixHash(c0, flags)));
    put(mixHash(mixHash(flagsBefore, c0), mixHash(c1, place === 0 ? 1 : 0)));
    put(mixHash(mixHash(flagsAfter, c0), mixHash(d1, rest === 0 ? 1 : 0)));
    put(mixHash(mixHash(w(from), w(to - 1)), mixHash(place, rest)));
    put(mixHash(mixHash(l(from - 1), mixHash(c0, place)), flags));
    put(mixHash(mixHash(l(to), mixHash(c0, rest)), flags));
    // The brackets around it: which, what directly precedes them, and whether a sure token is inside.
    const o = isOpeningBracket(C[i]) ? i : d.closer[i] >= 0 ? d.closer[i] : d.opener[i];
    const shut = o < 0 ? -1 : d.closer[o];
    const inside = o < 0 || shut < 0 ? 0 : d.sureBefore[shut] - d.sureBefore[o] > 0 ? 2 : 1;
    const width = o < 0 || shut < 0 ? 0 : bucket(shut - o);
    const before = o > 0 && spaced[o] === 0 ? W[o - 1] : 0;
    const bracket = mixHash(mixHash(o < 0 ? 0 : C[o], inside), width);
    put(mixHash(bracket, c0));
    put(mixHash(mixHash(bracket, before), c0));
    put(
      mixHash(
        mixHash(before, mixHash(w(o + 1), width)),
        mixHash(c0, o < 0 ? 0 : Math.min(i - o, 9)),
      ),
    );
    const near = mixHash(distanceToSure(d, n, i, -1), distanceToSure(d, n, i, 1));
    put(mixHash(near, c0));
    put(mixHash(mixHash(near, w0), 0));
    put(mixHash(mixHash(near, left), d1));
    // The rest of the text.
    const slot = slotOf(w0);
    const own = (flags & (CHUNK.script | CHUNK.math | CHUNK.relation)) !== 0 ? 1 : 0;
    const elsewhere = Math.min(cooccurrences.sure[slot] - own, 3);
    const times = Math.min(cooccurrences.total[slot], 4);
    put(mixHash(mixHash(elsewhere, times), c0));
    put(mixHash(mixHash(elsewhere, sureTotal), w0));
    put(mixHash(mixHash(sureTotal, length), c0));
    put(mixHash(mixHash(sureTotal, length), mixHash(c1, right)));
    put(mixHash(mixHash(elsewhere, sureTotal), mixHash(left, d1)));
    put(mixHash(mixHash(tone, sureTotal), c0));
    put(mixHash(mixHash(tone, elsewhere), w0));
    put(mixHash(mixHash(tone, times), mixHash(left, d1)));
    if (first) {
      const p = first[i] >> 4;
      const { best, second, bestAt } = cooccurrences;
      const q = (bestAt[slot] === i ? second[slot] : best[slot]) >> 5;
      const readBefore = i > 0 ? first[i - 1] >> 5 : 9;
      const readAfter = i + 1 < n ? first[i + 1] >> 5 : 9;
      put(mixHash(p, 0));
      put(mixHash(mixHash(p, q), massBucket));
      put(mixHash(mixHash(q, massBucket), c0));
      put(mixHash(mixHash(q, massBucket), w0));
      put(mixHash(mixHash(p, readBefore), readAfter));
      put(mixHash(mixHash(p >> 1, q >> 1), mixHash(left, d1)));
      put(mixHash(mixHash(massBucket, q), mixHash(w1s, c0)));
      put(mixHash(mixHash(readBefore, readAfter), mixHash(w0, c1)));
      const far = mixHash(i > 1 ? first[i - 2] >> 6 : 9, i + 2 < n ? first[i + 2] >> 6 : 9);
      put(
        mixHash(
          mixHash(far, p >> 1),
          mixHash(i > 0 ? first[i - 1] >> 6 : 9, i + 1 < n ? first[i + 1] >> 6 : 9),
        ),
      );
      put(mixHash(mixHash(tone, massBucket), mixHash(c0, p >> 1)));
      put(mixHash(mixHash(x1s, p >> 1), mixHash(c0, q >> 1)));
    }
  }
}

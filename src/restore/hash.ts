import { addToFnv1a, fnv1a, fnvBasis } from '../text/fnv1a.ts';

/**
 * Folds one integer into a running 32-bit hash; unsigned bits live in a signed int32, as
 * `Math.imul` gives them.
 * @see murmur3's finaliser (Appleby 2016), whose multiply–xorshift step this is
 */
export function mixHash(hash: number, value: number): number {
  let h = Math.imul(hash ^ value, 0x9e3779b1);
  h ^= h >>> 15;
  return Math.imul(h, 0x85ebca6b) ^ (h >>> 13);
}

/** Hash of the UTF-16 code units `start`…`end` of a text; the same on every machine. */
export function hashText(text: string, start: number, end: number): number {
  return mixHash(fnv1a(text, fnvBasis, start, end), end - start);
}

/** As {@link hashText}, with A–Z folded to a–z. */
export function hashLower(text: string, start: number, end: number): number {
  let h = fnvBasis;
  for (let i = start; i < end; i++) {
    let c = text.charCodeAt(i);
    if (c >= 65 && c <= 90) c += 32;
    h = addToFnv1a(h, c);
  }
  return mixHash(h, end - start);
}

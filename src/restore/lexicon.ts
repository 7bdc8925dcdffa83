/**
 * How a word was used by the authors the model learned from: 0 unknown, 1 prose, 2 either, 3
 * mathematics.
 */
export type WordUse = 0 | 1 | 2 | 3;

/** A learned word list as 2-bit uses under the words' hashes: 2^(bits-2) bytes. */
export interface Lexicon {
  bits: number;
  uses: Uint8Array;
}

/** The use of the word with this exact-case hash (see `hashText`). */
export function lookUpUse(lexicon: Lexicon, hash: number): number {
  const slot = hash >>> (32 - lexicon.bits);
  return ((lexicon.uses[slot >> 2] ?? 0) >> ((slot & 3) << 1)) & 3;
}

/** Writes a use; where two words share a slot the last one stays. */
export function setUse(lexicon: Lexicon, hash: number, use: number): void {
  const slot = hash >>> (32 - lexicon.bits);
  const shift = (slot & 3) << 1;
  lexicon.uses[slot >> 2] = ((lexicon.uses[slot >> 2] ?? 0) & ~(3 << shift)) | (use << shift);
}

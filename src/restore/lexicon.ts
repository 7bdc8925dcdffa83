/** How authors used a word in the training texts. */
export const USE = { unknown: 0, prose: 1, either: 2, math: 3 } as const;

/**
 * A learned word list: 2-bit uses (`USE`) addressed by the words' hashes, 2^(bits - 2) bytes. Words
 * whose hashes share a slot share its use.
 */
export interface Lexicon {
  bits: number;
  uses: Uint8Array;
}

/** The use (`USE`) of the word with this exact-case hash (see `hashText`). */
export function lookUpUse(lexicon: Lexicon, hash: number): number {
  const slot = hash >>> (32 - lexicon.bits);
  return (lexicon.uses[slot >> 2] >> ((slot & 3) << 1)) & 3;
}

/** Sets the use of a slot; the last word that is written to it wins. */
export function setUse(lexicon: Lexicon, hash: number, use: number): void {
  const slot = hash >>> (32 - lexicon.bits);
  const shift = (slot & 3) << 1;
  lexicon.uses[slot >> 2] = (lexicon.uses[slot >> 2] & ~(3 << shift)) | (use << shift);
}

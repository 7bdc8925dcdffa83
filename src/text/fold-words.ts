/**
 * The words of a text as they are compared: letters and digits, without accents, small.
 * @example foldWords('Fréchet-Based 3D') // ['frechet', 'based', '3d']
 */
export function foldWords(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** A text without accents, small; punctuation stays. */
export function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

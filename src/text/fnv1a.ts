/** The offset basis of FNV-1a with 32 bits. @see http://www.isthe.com/chongo/tech/comp/fnv/ */
export const fnvBasis = 0x811c9dc5;

/** Adds a code unit to an FNV-1a hash; the result is a signed 32-bit integer. */
export const addToFnv1a = (hash: number, unit: number): number =>
  Math.imul(hash ^ unit, 0x01000193);

/** The FNV-1a hash of the UTF-16 code units `start` … `end` of a text: a signed 32-bit integer, the same on every machine. */
export function fnv1a(text: string, basis = fnvBasis, start = 0, end = text.length): number {
  let hash = basis;
  for (let i = start; i < end; i++) hash = addToFnv1a(hash, text.charCodeAt(i));
  return hash;
}

const offset = 0x811c9dc5;
const step = (hash: number, code: number): number => Math.imul(hash ^ code, 0x01000193);

/** The hash of a key from `titleKey`, as `hashLetters` gives it. */
export function hashKey(key: string): number {
  let hash = offset;
  for (let i = 0; i < key.length; i++) hash = step(hash, key.charCodeAt(i));
  return hash >>> 0;
}

/** What `hashLetters` returns for a string that must be decoded. */
export const mustBeDecoded = -1;

/**
 * The hash of the key of a JSON string, without making the string: letters and digits in lower case, as `titleKey` has
 * them.
 * @param at the first byte of its content
 * @param most letters and digits that count
 * @returns `mustBeDecoded` if they are not all ASCII, or have escapes other than line breaks
 */
export function hashLetters(bytes: Uint8Array, at: number, most: number): number {
  let hash = offset;
  let letters = 0;
  for (let i = at; i < bytes.length && letters < most; i++) {
    const code = bytes[i] as number;
    const small = code | 0x20;
    if (small >= 0x61 && small <= 0x7a) hash = step(hash, small);
    else if (code >= 0x30 && code <= 0x39) hash = step(hash, code);
    else {
      if (code === quote) break;
      if (code === backslash) {
        i++;
        if (bytes[i] !== lineBreak) return mustBeDecoded;
      } else if (code > 0x7f) return mustBeDecoded;
      continue;
    }
    letters++;
  }
  return hash >>> 0;
}

const quote = 0x22;
const backslash = 0x5c;
/** As an escape: `\n`. */
const lineBreak = 0x6e;

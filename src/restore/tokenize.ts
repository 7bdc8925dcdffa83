import { isDigitCode, isLetterCode } from './character-codes.ts';
import { hashLower, hashText } from './hash.ts';

/** What a token consists of: `mark` is other ASCII, `symbol` any other character. */
export const KIND = { word: 0, letter: 1, digits: 2, greek: 3, symbol: 4, mark: 5 } as const;

/** Tokens of a captured text, as columns with at least `count` entries. */
export interface Tokens {
  text: string;
  count: number;
  /** Offsets in the text, in UTF-16 code units. */
  starts: Int32Array;
  ends: Int32Array;
  /** See `KIND`. */
  kinds: Uint8Array;
  /** 1 where white space, or the start of the text, precedes the token. */
  spaced: Uint8Array;
  /** Hash of the text of the token. */
  exact: Int32Array;
  /** The same of words in lower case. */
  lower: Int32Array;
}

const isSpace = (c: number): boolean => c === 32 || (c >= 9 && c <= 13) || c === 0xa0;
/** Letters of words that are not ASCII (é, ö, ł …), and combining accents. */
const isAccented = (c: number): boolean =>
  (c >= 0xc0 && c <= 0x24f && c !== 0xd7 && c !== 0xf7) ||
  (c >= 0x300 && c <= 0x36f) ||
  (c >= 0x1e00 && c <= 0x1eff);
const isGreek = (c: number): boolean => (c >= 0x370 && c <= 0x3ff) || c === 0xb5;

// Commands that are joined to a word: `ClassifyrightarrowAct`, `LLMtimesMapReduce`, `muP`. No English
// word contains the long ones.
const GLUED =
  /(?:long)?(?:left)?rightarrow|leftrightarrow|circlearrowright|checkmark|(?<![a-z])times(?=[A-Z]|$)|(?<=[A-Z])times|(?<![a-zA-Z])(?:mu|tau|pi|alpha|beta|epsilon|sigma|lambda|Delta|Gamma|Omega)(?=[A-Z])|(?<![a-zA-Z])mu(?=[msgVWA]$)/g;
const ORDINAL = /^[a-zA-Z]th$/;

/** Offsets at which a run of ASCII letters is divided into commands and words. */
function findCuts(run: string): number[] {
  if (ORDINAL.test(run)) return [1];
  // Most words have none, and `matchAll` would copy the pattern for each.
  if (run.search(GLUED) < 0) return [];
  const cuts: number[] = [];
  for (const match of run.matchAll(GLUED)) {
    if (match[0].length === run.length) return [];
    if (match.index > 0) cuts.push(match.index);
    const end = match.index + match[0].length;
    if (end < run.length) cuts.push(end);
  }
  return [...new Set(cuts)];
}

/**
 * Splits a captured text into words, single letters, numbers and single marks, without the white
 * space. Linear in the length of the text.
 */
export function tokenize(text: string): Tokens {
  const size = text.length;
  const t: Tokens = {
    text,
    count: 0,
    starts: new Int32Array(size),
    ends: new Int32Array(size),
    kinds: new Uint8Array(size),
    spaced: new Uint8Array(size),
    exact: new Int32Array(size),
    lower: new Int32Array(size),
  };
  let space = 1;
  const add = (start: number, end: number, kind: number): void => {
    const i = t.count++;
    t.starts[i] = start;
    t.ends[i] = end;
    t.kinds[i] = kind;
    t.spaced[i] = space;
    t.exact[i] = hashText(text, start, end);
    t.lower[i] = kind === KIND.word ? hashLower(text, start, end) : t.exact[i];
    space = 0;
  };
  for (let i = 0; i < size; ) {
    const c = text.charCodeAt(i);
    let j = i + 1;
    if (isSpace(c)) space = 1;
    else if (isLetterCode(c) || isAccented(c)) {
      let plain = isLetterCode(c);
      for (; j < size; j++) {
        const d = text.charCodeAt(j);
        if (isLetterCode(d)) continue;
        if (!isAccented(d)) break;
        plain = false;
      }
      let from = i;
      if (plain && j - i > 2 && j - i < 60)
        for (const cut of findCuts(text.slice(i, j))) {
          add(from, i + cut, cut - (from - i) > 1 ? KIND.word : KIND.letter);
          from = i + cut;
        }
      add(from, j, j - from > 1 ? KIND.word : KIND.letter);
    } else if (isDigitCode(c)) {
      while (j < size && isDigitCode(text.charCodeAt(j))) j++;
      add(i, j, KIND.digits);
    } else if (isGreek(c)) add(i, j, KIND.greek);
    else if (c < 128) add(i, j, KIND.mark);
    else {
      if (c >= 0xd800 && c < 0xdc00 && j < size) j++;
      add(i, j, KIND.symbol);
    }
    i = j;
  }
  return t;
}

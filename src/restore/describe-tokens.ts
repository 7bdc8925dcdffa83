import { CODE, isClosingBracket, isOpeningBracket } from './character-codes.ts';
import { hashText, mixHash } from './hash.ts';
import { isGluedMath } from './is-glued-math.ts';
import { KATEX_COMMANDS } from './katex-commands.ts';
import { type Lexicon, lookUpUse, USE } from './lexicon.ts';
import { CLASS, COMMAND_BIT, isCommandClass, isMathWord, useOf } from './token-classes.ts';
import { KIND, type Tokens } from './tokenize.ts';

const isScript = (c: number): boolean => c === CODE.caret || c === CODE.under;
const isRelation = (c: number): boolean =>
  c === CODE.equals || c === CODE.less || c === CODE.greater;
const isGreekOrSymbol = (c: number): boolean => c >= CLASS.greek;

/** Features of each token, as columns with one entry per token. */
export interface Description {
  /** See `CLASS`. */
  classes: Int32Array;
  /** 1 where the token alone shows that there is a formula. */
  sure: Uint8Array;
  /** 1 where the token ends a formula. */
  prose: Uint8Array;
  /** 1 for words that are never part of a formula: the tagger skips them. */
  forced: Uint8Array;
  /** First token of the chunk (a stretch between white space) that holds the token. */
  chunkStart: Int32Array;
  /** Token after the last one of the chunk. */
  chunkEnd: Int32Array;
  /** Hash of the classes in the chunk. */
  chunkShape: Int32Array;
  /** Hash of the texts in the chunk. */
  chunkText: Int32Array;
  /** Bits of `CHUNK`. */
  chunkFlags: Uint8Array;
  /** Innermost bracket that is open before the token, or -1. */
  opener: Int32Array;
  /** For a bracket the matching one, or -1. */
  closer: Int32Array;
  /** Number of sure tokens before the token; one more entry than there are tokens. */
  sureBefore: Int32Array;
}

const COMMAND_HASHES = new Set(
  [...KATEX_COMMANDS]
    .filter((name) => name.length > 1)
    .map((name) => hashText(name, 0, name.length)),
);

/** Flags of a chunk: what it contains; `foreign` is a URL, an e-mail address or a backslash. */
export const CHUNK = {
  script: 1,
  math: 2,
  relation: 4,
  bracket: 8,
  foreign: 16,
  digit: 32,
  greek: 64,
  hyphen: 128,
} as const;

/** Tokens that are hashed of a chunk. */
const HASHED_TOKENS = 24;
/** A bracket further back than so many tokens is not the opener of a token. */
const MAX_BRACKET_DISTANCE = 64;

/** 0 lower, 1 Capitalised, 2 CAPS, 3 mIxed. */
function caseOf(text: string, start: number, end: number): number {
  let upper = 0;
  for (let i = start; i < end; i++) {
    const c = text.charCodeAt(i);
    if (c >= 65 && c <= 90) upper++;
  }
  if (upper === 0) return 0;
  if (upper === end - start) return 2;
  const first = text.charCodeAt(start);
  return upper === 1 && first >= 65 && first <= 90 ? 1 : 3;
}

function classify(tokens: Tokens, i: number, lexicon: Lexicon): number {
  const start = tokens.starts[i];
  const end = tokens.ends[i];
  const c = tokens.text.charCodeAt(start);
  switch (tokens.kinds[i]) {
    case KIND.word: {
      const hash = tokens.exact[i];
      const use = lookUpUse(lexicon, hash);
      const isCommand = COMMAND_HASHES.has(hash);
      const wordCase = caseOf(tokens.text, start, end);
      if (use === USE.unknown && !isCommand && isGluedMath(tokens.text.slice(start, end)))
        return CLASS.gluedWord + wordCase;
      return CLASS.word + use * 8 + (isCommand ? COMMAND_BIT : 0) + wordCase;
    }
    case KIND.letter:
      if (c === 97 || c === 65 || c === 73) return CLASS.letterWord;
      return c >= 97 ? CLASS.smallLetter : CLASS.capitalLetter;
    case KIND.digits:
      return CLASS.digits + Math.min(end - start, 5);
    case KIND.greek:
      return CLASS.greek;
    case KIND.symbol:
      return CLASS.symbol + (mixHash(7, c) & 63);
    default:
      return c;
  }
}

/** Whether a mark can attach a word of prose to a formula: `^ _ { } = \\ < >`. */
function isGluing(c: number): boolean {
  return (
    isScript(c) || isRelation(c) || c === CODE.open || c === CODE.close || c === CODE.backslash
  );
}

/** Describes every token, its chunk and its brackets. Linear in the number of tokens. */
export function describeTokens(tokens: Tokens, lexicon: Lexicon): Description {
  const n = tokens.count;
  const d: Description = {
    classes: new Int32Array(n),
    sure: new Uint8Array(n),
    prose: new Uint8Array(n),
    forced: new Uint8Array(n),
    chunkStart: new Int32Array(n),
    chunkEnd: new Int32Array(n),
    chunkShape: new Int32Array(n),
    chunkText: new Int32Array(n),
    chunkFlags: new Uint8Array(n),
    opener: new Int32Array(n).fill(-1),
    closer: new Int32Array(n).fill(-1),
    sureBefore: new Int32Array(n + 1),
  };
  const open: number[] = [];
  for (let i = 0; i < n; i++) {
    const k = classify(tokens, i, lexicon);
    const use = useOf(k);
    d.classes[i] = k;
    if (isScript(k) || isMathWord(k) || isGreekOrSymbol(k)) d.sure[i] = 1;
    if (use === USE.prose || (use === USE.unknown && !isCommandClass(k))) d.prose[i] = 1;
    d.sureBefore[i + 1] = d.sureBefore[i] + d.sure[i];
    if (open.length > 0) {
      const o = open[open.length - 1];
      if (i - o < MAX_BRACKET_DISTANCE) d.opener[i] = o;
    }
    if (isOpeningBracket(k)) open.push(i);
    else if (isClosingBracket(k)) {
      const o = open.pop();
      if (o === undefined) continue;
      d.closer[o] = i;
      d.closer[i] = o;
    }
  }
  for (let i = 0; i < n; i++) {
    const k = d.classes[i];
    if (useOf(k) !== USE.prose || isCommandClass(k)) continue;
    if (i > 0 && tokens.spaced[i] === 0 && isGluing(d.classes[i - 1])) continue;
    if (i + 1 < n && tokens.spaced[i + 1] === 0 && isGluing(d.classes[i + 1])) continue;
    d.forced[i] = 1;
  }
  describeChunks(tokens, d);
  return d;
}

function describeChunks(tokens: Tokens, d: Description): void {
  const n = tokens.count;
  for (let from = 0; from < n; ) {
    let to = from + 1;
    while (to < n && tokens.spaced[to] === 0) to++;
    let shape = 17;
    let whole = 29;
    let flags = 0;
    for (let i = from; i < to; i++) {
      const k = d.classes[i];
      if (i - from < HASHED_TOKENS) {
        shape = mixHash(shape, k);
        whole = mixHash(whole, tokens.exact[i]);
      }
      flags |= flagOf(k, tokens, i);
    }
    d.chunkStart.fill(from, from, to);
    d.chunkEnd.fill(to, from, to);
    d.chunkShape.fill(shape, from, to);
    d.chunkText.fill(whole, from, to);
    d.chunkFlags.fill(flags, from, to);
    from = to;
  }
}

function flagOf(k: number, { text, starts }: Tokens, i: number): number {
  if (isScript(k)) return CHUNK.script;
  if (isRelation(k)) return CHUNK.relation;
  if (isOpeningBracket(k)) return CHUNK.bracket;
  if (k === CODE.backslash || k === CODE.at) return CHUNK.foreign;
  if (k === CODE.slash && text.startsWith('://', starts[i] - 1)) return CHUNK.foreign;
  if (k === CODE.hyphen) return CHUNK.hyphen;
  if (k > CLASS.digits && k < CLASS.greek) return CHUNK.digit;
  if (isGreekOrSymbol(k)) return CHUNK.greek;
  return isMathWord(k) ? CHUNK.math : 0;
}

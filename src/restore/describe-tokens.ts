import { hashText, mixHash } from './hash.ts';
import { KATEX_COMMANDS } from './katex-commands.ts';
import { type Lexicon, lookUpUse } from './lexicon.ts';
import { isGluedMath } from './split-glued.ts';
import { KIND, type Tokens } from './tokenize.ts';

/**
 * What the features are made of, one entry per token. `classes`: coarse class; `sure`: 1 where the
 * token alone betrays mathematics; `prose`: 1 where it ends a formula; `forced`: 1 where it is
 * prose beyond doubt and the tagger need not look; `chunks*`: its stretch between white space;
 * `opener`: innermost open bracket before it or -1; `closer`: for a bracket, its partner or -1.
 */
export interface Description {
  classes: Int32Array;
  sure: Uint8Array;
  prose: Uint8Array;
  forced: Uint8Array;
  chunkStart: Int32Array;
  chunkEnd: Int32Array;
  chunkShape: Int32Array;
  chunkText: Int32Array;
  chunkFlags: Uint8Array;
  opener: Int32Array;
  closer: Int32Array;
  sureBefore: Int32Array;
}

const COMMAND_HASHES = new Set(
  [...KATEX_COMMANDS]
    .filter((name) => name.length > 1)
    .map((name) => hashText(name, 0, name.length)),
);
/**
 * Flags of a chunk: a script, a sure word, a relation sign, a bracket, a URL or a backslash, a
 * digit, a Greek letter or symbol.
 */
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
      if (use === 0 && !isCommand && isGluedMath(tokens.text.slice(start, end)))
        return 160 + caseOf(tokens.text, start, end);
      return 128 + use * 8 + (isCommand ? 4 : 0) + caseOf(tokens.text, start, end);
    }
    case KIND.letter:
      return c === 97 || c === 65 || c === 73 ? 168 : c >= 97 ? 166 : 167;
    case KIND.digits:
      return 169 + Math.min(end - start, 5);
    case KIND.greek:
      return 176;
    case KIND.symbol:
      return 192 + (mixHash(7, c) & 63);
    default:
      return c;
  }
}

/** Marks to which a word may be glued in a formula: `^ _ { } = \\ < >`. */
function isGluing(c: number): boolean {
  return (
    c === 94 || c === 95 || c === 123 || c === 125 || c === 61 || c === 92 || c === 60 || c === 62
  );
}

/** Looks at every token once, at its chunk and at its brackets. Linear in the number of tokens. */
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
    d.classes[i] = k;
    if (k === 94 || k === 95 || k === 176 || (k >= 152 && k < 164) || (k >= 192 && k < 256))
      d.sure[i] = 1;
    if (k >= 128 && k < 152 && (k - 128) >> 3 !== 2 && ((k & 4) === 0 || (k - 128) >> 3 === 1))
      d.prose[i] = 1;
    d.sureBefore[i + 1] = d.sureBefore[i] + d.sure[i];
    if (open.length > 0) {
      const o = open[open.length - 1];
      if (i - o < 64) d.opener[i] = o;
    }
    if (k === 40 || k === 91 || k === 123) open.push(i);
    else if (k === 41 || k === 93 || k === 125) {
      const o = open.pop();
      if (o === undefined) continue;
      d.closer[o] = i;
      d.closer[i] = o;
    }
  }
  for (let i = 0; i < n; i++) {
    const k = d.classes[i];
    if (k < 136 || k >= 144 || (k & 4) !== 0) continue; // known prose words that are no command's name
    if (i > 0 && tokens.spaced[i] === 0 && isGluing(d.classes[i - 1])) continue;
    if (i + 1 < n && tokens.spaced[i + 1] === 0 && isGluing(d.classes[i + 1])) continue;
    d.forced[i] = 1;
  }
  for (let from = 0; from < n; ) {
    let to = from + 1;
    while (to < n && tokens.spaced[to] === 0) to++;
    let shape = 17;
    let whole = 29;
    let flags = 0;
    for (let i = from; i < to; i++) {
      const k = d.classes[i];
      if (i - from < 24) {
        shape = mixHash(shape, k);
        whole = mixHash(whole, tokens.exact[i]);
      }
      if (k === 94 || k === 95) flags |= CHUNK.script;
      else if (k === 61 || k === 60 || k === 62) flags |= CHUNK.relation;
      else if (k === 40 || k === 91 || k === 123) flags |= CHUNK.bracket;
      else if (
        k === 92 ||
        k === 64 ||
        (k === 47 && tokens.text.startsWith('://', tokens.starts[i] - 1))
      )
        flags |= CHUNK.foreign;
      else if (k === 45) flags |= CHUNK.hyphen;
      else if (k > 169 && k < 176) flags |= CHUNK.digit;
      else if (k >= 176 && k < 256) flags |= CHUNK.greek;
      else if (k >= 152 && k < 164) flags |= CHUNK.math;
    }
    for (let i = from; i < to; i++) {
      d.chunkStart[i] = from;
      d.chunkEnd[i] = to;
      d.chunkShape[i] = shape;
      d.chunkText[i] = whole;
      d.chunkFlags[i] = flags;
    }
    from = to;
  }
  return d;
}

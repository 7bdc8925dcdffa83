import { CODE, isLetterCode } from './character-codes.ts';
import { type FormulaState, makeStep, STEP } from './formula-state.ts';
import type { Surroundings } from './formula-surroundings.ts';
import { hashText, mixHash } from './hash.ts';
import { KATEX_COMMANDS } from './katex-commands.ts';

/** Number of contexts in which a step is scored. */
export const CONTEXTS = 36;

/** A captured formula prepared for decoding; columns have an entry for each position. */
export interface PreparedFormula {
  captured: string;
  /** Hash of the formula. */
  whole: number;
  /** For each of `AHEAD` the hashes of so many next characters. */
  next: Int32Array[];
  /** Hash of the rest of the current run of letters, at most 16, and the code after the run. */
  word: Int32Array;
  wordAfter: Int32Array;
  /** Negative where the rest of the formula has a `}` that nothing in the rest opens. */
  braces: Int8Array;
  /** Distance to the next `{` that neither a script nor a command opened, at most `FAR`. */
  orphan: Int8Array;
  /** See `findMoved`. */
  moved: readonly number[];
  /** 1 where a whole word is the name of a command of four letters or more. */
  commands: Uint8Array;
  surroundings: Surroundings;
}

const AHEAD = [1, 2, 3, 4, 6];
const FAR = 20;
/** Moved braces are looked for in so many characters of a formula. */
const MOVED_RANGE = 300;

/**
 * Positions within a group at which the rest of the text has a `}` between the same characters. In a
 * text with `sigma_{1:T}^2`, R1 removed that brace from `sigma_{1:T^2}` and left a later one.
 */
function findMoved(captured: string, text: string): number[] {
  const moved: number[] = [];
  let depth = 0;
  for (let i = 0; i < captured.length && i < MOVED_RANGE; i++) {
    const c = captured[i];
    if (c === '{') depth++;
    else if (c === '}') depth--;
    else if (
      depth > 0 &&
      (c === '^' || c === '_') &&
      i > 2 &&
      text.includes(`${captured.slice(i - 3, i)}}${captured.slice(i, i + 2)}`)
    )
      moved.push(i);
  }
  return moved;
}

/** Prepares a captured formula for `fillContexts`. Linear in its length. */
export function prepareFormula(captured: string, surroundings: Surroundings): PreparedFormula {
  const n = captured.length;
  const next = AHEAD.map((k) => {
    const column = new Int32Array(n + 1);
    for (let i = 0; i <= n; i++)
      column[i] = mixHash(hashText(captured, i, Math.min(n, i + k)), i + k > n ? 1 : 0);
    return column;
  });
  const word = new Int32Array(n + 1);
  const wordAfter = new Int32Array(n + 1);
  const braces = new Int8Array(n + 1);
  const orphan = new Int8Array(n + 1);
  let distance = FAR;
  const commands = new Uint8Array(n + 1);
  let depth = 0;
  let wordEnd = n;
  for (let i = n; i >= 0; i--) {
    const c = i < n ? captured.charCodeAt(i) : 0;
    if (i === n || !isLetterCode(c)) wordEnd = i;
    word[i] = hashText(captured, i, Math.min(wordEnd, i + 16));
    if (
      wordEnd - i > 3 &&
      (i === 0 || !isLetterCode(captured.charCodeAt(i - 1))) &&
      KATEX_COMMANDS.has(captured.slice(i, wordEnd))
    )
      commands[i] = 1;
    wordAfter[i] = wordEnd < n ? captured.charCodeAt(wordEnd) : 0;
    if (c === CODE.open && i > 0 && !' ^_{([,=+-'.includes(captured[i - 1])) distance = 0;
    orphan[i] = distance;
    if (distance < FAR) distance++;
    if (c === CODE.close) depth--;
    else if (c === CODE.open) depth = Math.min(depth + 1, 0);
    braces[i] = Math.max(-9, depth);
  }
  return {
    captured,
    whole: hashText(captured, 0, n),
    next,
    word,
    wordAfter,
    braces,
    orphan,
    moved: findMoved(captured, surroundings.text),
    commands,
    surroundings,
  };
}

/** Writes the hashes of the {@link CONTEXTS} contexts of the step after `s` to `out`. */
export function fillContexts(f: PreparedFormula, s: FormulaState, out: Int32Array): void {
  const i = s.at;
  const [next1, next2, next3, next4, next6] = f.next;
  const [n1, n2, n3, n4, n6] = [next1[i], next2[i], next3[i], next4[i], next6[i]];
  const { p1, p2, p3, p4 } = s;
  const p12 = mixHash(p1, p2);
  const p123 = mixHash(p12, p3);
  const word = f.word[i];
  const group = s.group === null ? -7 : s.group.before;
  const hidden = mixHash(s.hidden, Math.min(s.hiddenLength, 6));
  const owed = Math.max(-3, f.braces[i]) + Math.min(s.depth, 4) * 8;
  const { before, after, fonts, topics } = f.surroundings;
  const isAfterSpace = i > 0 && f.captured.charCodeAt(i - 1) === CODE.space;
  const last = s.step >= makeStep(STEP.close, 0) ? 1 : s.glued ? 2 : isAfterSpace ? 3 : 0;
  let k = 0;
  const put = (h: number): void => {
    out[k] = mixHash(h, k);
    k++;
  };
  put(n1);
  put(n2);
  put(n3);
  put(n4);
  put(n6);
  put(mixHash(p1, last));
  put(p12);
  put(p123);
  put(mixHash(p123, p4));
  put(mixHash(p1, mixHash(n1, last)));
  put(mixHash(p1, n2));
  put(mixHash(p1, n3));
  put(mixHash(p12, n1));
  put(mixHash(p12, n2));
  put(mixHash(p12, n4));
  put(mixHash(p123, n2));
  put(word);
  put(mixHash(word, p1));
  put(mixHash(word, last));
  put(mixHash(hidden, n1));
  put(mixHash(mixHash(hidden, n2), p1));
  put(mixHash(s.hidden, mixHash(owed, n1)));
  put(mixHash(mixHash(group, s.hidden), n2));
  put(mixHash(mixHash(group, owed), mixHash(n1, p1)));
  put(mixHash(f.whole, mixHash(i, p1)));
  put(mixHash(before, mixHash(i, n3)));
  put(mixHash(after, mixHash(f.captured.length - i, n2)));
  put(mixHash(fonts, mixHash(n1, p1)));
  put(mixHash(mixHash(s.need, s.scripts), mixHash(n1, last)));
  put(mixHash(mixHash(f.whole, before), mixHash(i, p1)));
  const end = f.wordAfter[i];
  put(mixHash(word, end));
  put(mixHash(mixHash(p1, end), mixHash(n1, last)));
  put(mixHash(mixHash(f.orphan[i], s.hidden), mixHash(n1, end)));
  put(mixHash(mixHash(f.orphan[i], mixHash(s.hidden, owed)), mixHash(p1, last)));
  put(mixHash(topics & 15, mixHash(n2, p1)));
  put(mixHash(topics >> 4, mixHash(n2, p1)));
}

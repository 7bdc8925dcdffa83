import type { FormulaState } from './formula-state.ts';
import type { Surroundings } from './formula-surroundings.ts';
import { hashText, mixHash } from './hash.ts';
import { KATEX_COMMANDS } from './katex-commands.ts';

/** Contexts in which a step is reranked. */
export const CONTEXTS = 36;

/**
 * A captured formula prepared for decoding: per-position hashes of the next 1, 2, 3, 4 and 6
 * characters, and of the next run of letters.
 */
export interface PreparedFormula {
  captured: string;
  whole: number;
  next: Int32Array[];
  word: Int32Array;
  wordAfter: Int32Array;
  braces: Int8Array;
  orphan: Int8Array;
  moved: readonly number[];
  commands: Uint8Array;
  surroundings: Surroundings;
}

const AHEAD = [1, 2, 3, 4, 6];

/**
 * Places within a brace group where the rest of the text has a `}` in the same cooccurrences:
 * `sigma_{1:T^2}` in a text that also says `sigma_{1:T}^2` lost that brace to R1.
 */
function findMoved(captured: string, text: string): number[] {
  const moved: number[] = [];
  let depth = 0;
  for (let i = 0; i < captured.length && i < 300; i++) {
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

function isLetterAt(text: string, i: number): boolean {
  const c = text.charCodeAt(i);
  return (c >= 97 && c <= 122) || (c >= 65 && c <= 90);
}

/** Prepares a captured formula. Linear in its length. */
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
  // Distance to the next `{` that no script and no command opened: what is left of a fraction.
  const orphan = new Int8Array(n + 1);
  let distance = 20;
  const commands = new Uint8Array(n + 1); // 1 where a whole word is a command's name of four letters or more
  let depth = 0;
  let wordEnd = n;
  for (let i = n; i >= 0; i--) {
    const c = i < n ? captured.charCodeAt(i) : 0;
    if (i === n || !isLetterAt(captured, i)) wordEnd = i;
    word[i] = hashText(captured, i, Math.min(wordEnd, i + 16));
    if (
      wordEnd - i > 3 &&
      (i === 0 || !isLetterAt(captured, i - 1)) &&
      KATEX_COMMANDS.has(captured.slice(i, wordEnd))
    )
      commands[i] = 1;
    wordAfter[i] = wordEnd < n ? captured.charCodeAt(wordEnd) : 0;
    if (c === 123 && i > 0 && !' ^_{([,=+-'.includes(captured[i - 1])) distance = 0;
    orphan[i] = distance;
    if (distance < 20) distance++;
    // What the rest owes: below zero where a `}` is to come that nothing in the rest opens.
    if (c === 125) depth--;
    else if (c === 123) depth = Math.min(depth + 1, 0);
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

/** Fills `out` with the contexts of the step after `s`. */
export function fillContexts(f: PreparedFormula, s: FormulaState, out: Int32Array): void {
  const i = s.at;
  const [n1, n2, n3, n4, n6] = [
    f.next[0][i],
    f.next[1][i],
    f.next[2][i],
    f.next[3][i],
    f.next[4][i],
  ];
  const { p1, p2, p3, p4 } = s;
  const p12 = mixHash(p1, p2);
  const p123 = mixHash(p12, p3);
  const word = f.word[i];
  const group = s.group === null ? -7 : s.group.before;
  const hidden = mixHash(s.hidden, Math.min(s.hiddenLength, 6));
  const owed = Math.max(-3, f.braces[i]) + Math.min(s.depth, 4) * 8;
  const { before, after, fonts, topics } = f.surroundings;
  const last =
    s.step >= 4 * 65536 ? 1 : s.glued ? 2 : i > 0 && f.captured.charCodeAt(i - 1) === 32 ? 3 : 0;
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

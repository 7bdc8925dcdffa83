import { canonicalName } from './vocabulary.ts';

/**
 * Kinds of steps, by what they write: `lit` a character, `esc` a backslash and a character, `vis` a
 * command whose name is in the capture, `open` a `\name{` that the channel's R1 removed, `close` the
 * `}` that R1 removed with it.
 */
export const STEP = { lit: 0, esc: 1, vis: 2, open: 3, close: 4 } as const;
/** A step as an integer, see `makeStep`, or the meaning of one, see `meaningOf`. */
export type Step = number;

/** A step from its kind and a character code or an index in the vocabulary (less than 2^16). */
export const makeStep = (kind: number, code: number): Step => kind * 65536 + code;

/**
 * A brace group of the LaTeX under construction: what precedes it, its start in the capture, and the
 * values of the fields of `FormulaState` that are restored at its end.
 */
export interface Group {
  before: Step;
  scripts: number;
  need: number;
  lefts: number;
  parens: number;
  atoms: number;
  isLiteral: boolean;
  isBracket: boolean;
  start: number;
  parent: Group | null;
}

/** A prefix of the LaTeX of a formula, from which the channel makes a prefix of the capture. */
export interface FormulaState {
  /** Number of characters of the capture that are explained. */
  at: number;
  /** Meaning of the command of the open R1 replacement, or -1; R1 does not nest. */
  hidden: number;
  /** Where in the capture it was opened, and the number of steps since. */
  hiddenAt: number;
  hiddenLength: number;
  /** Whether the last step wrote the name of a command, which no letter may follow. */
  glued: boolean;
  /** Scripts of the current base: 1 for `^`, 2 for `_`. */
  scripts: number;
  /** Arguments that are still required. */
  need: number;
  /** Number of open `\left`. */
  lefts: number;
  /** Open brackets and number of steps in the current group. */
  parens: number;
  atoms: number;
  /** 1 while a `\|` has no partner. */
  bars: number;
  wantsDelimiter: boolean;
  group: Group | null;
  depth: number;
  /** Meanings of the last four steps except spaces, the latest first. */
  p1: Step;
  p2: Step;
  p3: Step;
  p4: Step;
  probability: number;
  step: Step;
  /** What the last step wrote. */
  surface: string;
  parent: FormulaState | null;
}

/** The state before the first step of a formula. */
export function startFormula(): FormulaState {
  return {
    at: 0,
    hidden: -1,
    hiddenAt: -1,
    hiddenLength: 0,
    glued: false,
    scripts: 0,
    need: 0,
    lefts: 0,
    parens: 0,
    atoms: 0,
    bars: 0,
    wantsDelimiter: false,
    group: null,
    depth: 0,
    p1: -1,
    p2: -1,
    p3: -1,
    p4: -1,
    probability: 1,
    step: -1,
    surface: '',
    parent: null,
  };
}

/**
 * The meaning of a command as an integer above those of characters: a hash of its canonical name, so
 * that synonyms are learned together.
 */
export function meaningOf(name: string, kind: number): Step {
  const canonical = canonicalName(name);
  let h = 7;
  for (let i = 0; i < canonical.length; i++)
    h = (Math.imul(h, 31) + canonical.charCodeAt(i)) & 0xfffff;
  return kind * 0x100000 + h + 0x20000;
}

/** The LaTeX that was written up to a state. */
export function readLatex(state: FormulaState): string {
  const parts: string[] = [];
  for (let s: FormulaState | null = state; s !== null; s = s.parent) parts.push(s.surface);
  return parts.reverse().join('');
}

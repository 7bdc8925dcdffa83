import { canonicalName } from './vocabulary.ts';

/**
 * What a step writes: `lit` a character, `esc` a backslash and a character, `vis` a command whose
 * name the capture holds, `open` a `\name{` that the channel's R1 swallowed, `close` the `}` it
 * swallowed with it.
 */
export const STEP = { lit: 0, esc: 1, vis: 2, open: 3, close: 4 } as const;
/**
 * A step as one integer: kind × 65536 + character code or index in the vocabulary; the canonical
 * meaning is learned, see `meaningOf`.
 */
export type Step = number;

/**
 * A brace group of the LaTeX under construction: what stood before it, where in the capture it
 * starts, and what must hold again after it.
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

/**
 * A prefix of a formula while the channel is run forwards over it: `at` characters of the capture
 * are explained; `hidden` is the open R1 replacement
 * (its name's meaning, or -1: R1 is one pass, so only one can be open) `hiddenAt` where it opened
 * and `hiddenLength` the steps within it; `glued` says that a command name was just written, so
 * that no letter may follow;
 * `scripts` (1 `^`, 2 `_` seen on this base), `need` (arguments still owed), `lefts` (open `\left`)
 * and `wantsDelimiter` keep the formula well-formed for KaTeX; `parens` counts brackets open in
 * this group, `atoms` the steps within it, `bars` is 1 while a `\|` waits for its partner;
 * `history` is the last four meanings, spaces left out.
 */
export interface FormulaState {
  at: number;
  hidden: number;
  hiddenAt: number;
  hiddenLength: number;
  glued: boolean;
  scripts: number;
  need: number;
  lefts: number;
  parens: number;
  atoms: number;
  bars: number;
  wantsDelimiter: boolean;
  group: Group | null;
  depth: number;
  p1: Step;
  p2: Step;
  p3: Step;
  p4: Step;
  probability: number;
  step: Step;
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

/** Characters with a meaning of their own in LaTeX. */
export const CODE = {
  space: 32,
  percent: 37,
  amp: 38,
  hash: 35,
  caret: 94,
  under: 95,
  open: 123,
  close: 125,
  dollar: 36,
  backslash: 92,
  prime: 39,
  bar: 124,
  tilde: 126,
};

/**
 * Meaning of a command's name as a step-like integer: a hash of its canonical name above the range
 * of characters.
 */
export function meaningOf(name: string, kind: number): Step {
  const canonical = canonicalName(name);
  let h = 7;
  for (let i = 0; i < canonical.length; i++)
    h = (Math.imul(h, 31) + canonical.charCodeAt(i)) & 0xfffff;
  return kind * 0x100000 + h + 0x20000;
}

/** The LaTeX a state has written. */
export function readLatex(state: FormulaState): string {
  const parts: string[] = [];
  for (let s: FormulaState | null = state; s !== null; s = s.parent) parts.push(s.surface);
  return parts.reverse().join('');
}

import { CODE } from './character-codes.ts';
import {
  type FormulaState,
  type Group,
  makeStep,
  meaningOf,
  STEP,
  type Step,
} from './formula-state.ts';
import { countArguments, takesDelimiter } from './vocabulary.ts';

const SQRT = meaningOf('sqrt', STEP.vis);

function advance(
  s: FormulaState,
  step: Step,
  meaning: Step,
  surface: string,
  length: number,
): FormulaState {
  const isSpace = meaning === CODE.space;
  return {
    ...s,
    at: s.at + length,
    hiddenLength: s.hidden >= 0 ? s.hiddenLength + 1 : 0,
    glued: false,
    atoms: s.atoms + 1,
    wantsDelimiter: false,
    p1: isSpace ? s.p1 : meaning,
    p2: isSpace ? s.p2 : s.p1,
    p3: isSpace ? s.p3 : s.p2,
    p4: isSpace ? s.p4 : s.p3,
    probability: 0,
    step,
    surface,
    parent: s,
  };
}

function takeAtom(t: FormulaState, s: FormulaState): void {
  if (s.need > 0) t.need = s.need - 1;
  else t.scripts = 0;
}

function pushGroup(t: FormulaState, s: FormulaState, before: Step, isLiteral: boolean): Group {
  const group: Group = {
    before,
    scripts: s.need > 0 ? s.scripts : 0,
    need: s.need > 0 ? s.need - 1 : 0,
    lefts: s.lefts,
    parens: s.parens,
    atoms: s.atoms,
    isLiteral,
    isBracket: false,
    start: t.at,
    parent: s.group,
  };
  t.group = group;
  t.depth = s.depth + 1;
  t.scripts = 0;
  t.need = 0;
  t.lefts = 0;
  t.parens = 0;
  t.atoms = 0;
  return group;
}

function popGroup(t: FormulaState, s: FormulaState): void {
  const g = s.group;
  if (g === null) return;
  t.group = g.parent;
  t.depth = s.depth - 1;
  t.scripts = g.scripts;
  t.need = g.need;
  t.lefts = g.lefts;
  t.parens = g.parens;
  t.atoms = g.atoms + 1;
}

/** Writes the plain character `c`. */
export function writeCharacter(s: FormulaState, c: number): FormulaState {
  const t = advance(s, c, c, String.fromCharCode(c), 1);
  if (c === CODE.squareOpen && s.need > 0 && s.p1 === SQRT) {
    // After the degree of a root, as in `\sqrt[3]`, the argument is still required.
    const group = pushGroup(t, s, s.p1, true);
    group.need = s.need;
    group.isBracket = true;
  } else if (c === CODE.squareClose && s.group?.isBracket === true) popGroup(t, s);
  else if (c === CODE.open) pushGroup(t, s, s.p1, true);
  else if (c === CODE.close) popGroup(t, s);
  else if (c === CODE.caret || c === CODE.under) {
    t.scripts |= c === CODE.caret ? 1 : 2;
    t.need = 1;
  } else if (c === CODE.prime) t.scripts = s.scripts;
  else if (c !== CODE.space && c !== CODE.tilde) takeAtom(t, s);
  if (c === CODE.roundOpen || c === CODE.squareOpen) t.parens++;
  else if (c === CODE.roundClose || c === CODE.squareClose) t.parens--;
  return t;
}

/** Writes a backslash and `c`. */
export function writeEscape(s: FormulaState, c: number): FormulaState {
  const step = makeStep(STEP.esc, c);
  const t = advance(s, step, step, `\\${String.fromCharCode(c)}`, 1);
  takeAtom(t, s);
  if (c === CODE.open) t.parens++;
  else if (c === CODE.close) t.parens--;
  else if (c === CODE.bar) t.bars = 1 - s.bars;
  return t;
}

/** Writes the visible command `\name`; `id` is its index in the vocabulary. */
export function writeCommand(
  s: FormulaState,
  name: string,
  id: number,
  meaning: Step,
): FormulaState {
  const t = advance(s, makeStep(STEP.vis, id), meaning, `\\${name}`, name.length);
  t.glued = true;
  if (name === 'right') t.lefts = s.lefts - 1;
  else if (!/^(limits|nolimits|displaystyle|quad|qquad)$/.test(name)) takeAtom(t, s);
  if (name === 'left') t.lefts = s.lefts + 1;
  t.need += countArguments(name);
  t.wantsDelimiter = takesDelimiter(name);
  return t;
}

/** Writes a `\name{` that R1 removed. */
export function openHidden(s: FormulaState, name: string, id: number, meaning: Step): FormulaState {
  const t = advance(s, makeStep(STEP.open, id), meaning, `\\${name}{`, 0);
  pushGroup(t, s, meaning, false).need += Math.max(0, countArguments(name) - 1);
  t.hidden = meaning;
  t.hiddenAt = s.at;
  t.hiddenLength = 0;
  return t;
}

/** Writes the first `}` after it, which R1 removed too. */
export function closeHidden(s: FormulaState): FormulaState {
  const t = advance(s, makeStep(STEP.close, 0), makeStep(STEP.close, 0), '}', 0);
  popGroup(t, s);
  t.hidden = -1;
  t.hiddenLength = 0;
  return t;
}

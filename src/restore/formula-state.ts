import { canonicalName, countArguments, isDelimiter, takesDelimiter } from './vocabulary.ts';

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
 * A brace group of the LaTeX under construction: what stood before it, and what must hold again
 * after it.
 */
interface Group {
  before: Step;
  scripts: number;
  need: number;
  lefts: number;
  parent: Group | null;
}

/**
 * A prefix of a formula while the channel is run forwards over it: `at` characters of the capture
 * are explained; `hidden` is the open R1 replacement
 * (its name's meaning, or -1: R1 is one pass, so only one can be open) and `hiddenLength` the steps
 * within it; `glued` says that a command name was just written, so that no letter may follow;
 * `scripts` (1 `^`, 2 `_` seen on this base), `need` (arguments still owed), `lefts` (open `\left`)
 * and `wantsDelimiter` keep the formula well-formed for KaTeX; `history` is the last four meanings,
 * spaces left out.
 */
export interface FormulaState {
  at: number;
  hidden: number;
  hiddenLength: number;
  glued: boolean;
  scripts: number;
  need: number;
  lefts: number;
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
    hiddenLength: 0,
    glued: false,
    scripts: 0,
    need: 0,
    lefts: 0,
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

const CODE = {
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
const OPEN_DELIMITERS = '()[]|/.<>';

/** Whether `c` as a plain character may come next. */
export function mayWriteCharacter(s: FormulaState, c: number): boolean {
  const isLetter = (c >= 97 && c <= 122) || (c >= 65 && c <= 90);
  if (s.glued && isLetter) return false;
  if (s.wantsDelimiter) return OPEN_DELIMITERS.includes(String.fromCharCode(c));
  switch (c) {
    case CODE.percent:
    case CODE.amp:
    case CODE.hash:
    case CODE.dollar:
    case CODE.backslash:
      return false;
    case CODE.open:
      if (s.p1 === 65536 + CODE.under) return false; // `\_{` would be a script without its script
      return !(s.glued && s.hidden < 0); // `\name{` would have been replaced
    case CODE.close:
      return s.group !== null && s.hidden < 0 && mayEndGroup(s);
    case CODE.caret:
      return s.need === 0 && (s.scripts & 1) === 0;
    case CODE.under:
      return s.need === 0 && (s.scripts & 2) === 0;
    case CODE.prime:
      return s.need === 0 && (s.scripts & 1) === 0;
    default:
      return true;
  }
}

/** Whether the innermost group, or the formula, may end here. */
export function mayEndGroup(s: FormulaState): boolean {
  return s.need === 0 && !s.wantsDelimiter && s.lefts === 0;
}

/** Whether a backslash and `c` may come next. */
export function mayEscape(s: FormulaState, c: number): boolean {
  if (s.wantsDelimiter) return c === CODE.open || c === CODE.close || c === CODE.bar;
  if (c === CODE.close) return s.hidden < 0;
  return c === CODE.space
    ? s.need === 0
    : c === CODE.open ||
        c === CODE.percent ||
        c === CODE.amp ||
        c === CODE.hash ||
        c === CODE.under ||
        c === CODE.bar ||
        ((c === 44 || c === 59 || c === 33 || c === 58) && s.need === 0);
}

/** Whether the visible command `\name` may come next. */
export function mayWriteCommand(s: FormulaState, name: string): boolean {
  if (s.wantsDelimiter) return isDelimiter(name);
  if (name === 'right') return s.lefts > 0 && s.need === 0;
  return !(
    s.need > 0 &&
    (name === 'left' || name === 'limits' || name === 'quad' || name === 'qquad')
  );
}

function advance(
  s: FormulaState,
  step: Step,
  meaning: Step,
  surface: string,
  length: number,
): FormulaState {
  const isSpace = meaning === CODE.space;
  return {
    at: s.at + length,
    hidden: s.hidden,
    hiddenLength: s.hidden >= 0 ? s.hiddenLength + 1 : 0,
    glued: false,
    scripts: s.scripts,
    need: s.need,
    lefts: s.lefts,
    wantsDelimiter: false,
    group: s.group,
    depth: s.depth,
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

function pushGroup(t: FormulaState, s: FormulaState, before: Step): void {
  const need = s.need > 0 ? s.need - 1 : 0;
  t.group = { before, scripts: s.need > 0 ? s.scripts : 0, need, lefts: s.lefts, parent: s.group };
  t.depth = s.depth + 1;
  t.scripts = 0;
  t.need = 0;
  t.lefts = 0;
}

function popGroup(t: FormulaState, s: FormulaState): void {
  const g = s.group!;
  t.group = g.parent;
  t.depth = s.depth - 1;
  t.scripts = g.scripts;
  t.need = g.need;
  t.lefts = g.lefts;
}

/** Writes the plain character `c`. */
export function writeCharacter(s: FormulaState, c: number): FormulaState {
  const t = advance(s, c, c, String.fromCharCode(c), 1);
  if (c === CODE.open) pushGroup(t, s, s.p1);
  else if (c === CODE.close) popGroup(t, s);
  else if (c === CODE.caret || c === CODE.under) {
    t.scripts |= c === CODE.caret ? 1 : 2;
    t.need = 1;
  } else if (c === CODE.prime) t.scripts = s.scripts;
  else if (c !== CODE.space && c !== CODE.tilde) takeAtom(t, s);
  else t.glued = false;
  return t;
}

/** Writes a backslash and `c`. */
export function writeEscape(s: FormulaState, c: number): FormulaState {
  const t = advance(s, 65536 + c, 65536 + c, `\\${String.fromCharCode(c)}`, 1);
  takeAtom(t, s);
  return t;
}

/** Writes the visible command `\name`, `id` its index and `meaning` its learned meaning. */
export function writeCommand(
  s: FormulaState,
  name: string,
  id: number,
  meaning: Step,
): FormulaState {
  const t = advance(s, STEP.vis * 65536 + id, meaning, `\\${name}`, name.length);
  t.glued = true;
  const own = countArguments(name);
  if (name === 'right') t.lefts = s.lefts - 1;
  else if (!/^(limits|nolimits|displaystyle|quad|qquad)$/.test(name)) takeAtom(t, s);
  if (name === 'left') t.lefts = s.lefts + 1;
  t.need += own;
  t.wantsDelimiter = takesDelimiter(name);
  return t;
}

/** Writes a `\name{` that R1 swallowed. */
export function openHidden(s: FormulaState, name: string, id: number, meaning: Step): FormulaState {
  const t = advance(s, STEP.open * 65536 + id, meaning, `\\${name}{`, 0);
  const own = countArguments(name);
  pushGroup(t, s, meaning);
  t.group!.need += Math.max(0, own - 1);
  t.hidden = meaning;
  t.hiddenLength = 0;
  return t;
}

/** Writes the first `}` after it, which R1 swallowed too. */
export function closeHidden(s: FormulaState): FormulaState {
  const t = advance(s, STEP.close * 65536, STEP.close * 65536, '}', 0);
  popGroup(t, s);
  t.hidden = -1;
  t.hiddenLength = 0;
  return t;
}

/** Whether R1's `}` may stand here. */
export function mayCloseHidden(s: FormulaState): boolean {
  return s.hidden >= 0 && s.hiddenLength > 0 && mayEndGroup(s);
}

/** Whether a swallowed `\name{` may stand here. */
export function mayOpenHidden(s: FormulaState): boolean {
  return s.hidden < 0 && !s.wantsDelimiter;
}

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

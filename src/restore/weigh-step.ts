import { CODE } from './character-codes.ts';
import type { PreparedFormula } from './formula-context.ts';
import { type FormulaState, meaningOf, STEP } from './formula-state.ts';
import type { Candidate } from './list-candidates.ts';

/**
 * Odds of steps that depend on more than one step, which the model of single steps cannot learn.
 * Chosen by hand on the development sets.
 */
const ODDS = {
  /** A group after a symbol that takes no argument: `5m{2}` is what is left of a fraction. */
  orphanGroup: 0.03,
  /** The end of a group with unmatched brackets. */
  unbalancedGroup: 0.05,
  /** An accent over more than three steps. */
  wideAccent: 0.01,
  /** An operator or relation as the argument of a command. */
  operatorArgument: 1e-3,
  /** A font around a script, a sum or a fraction. */
  scriptInFont: 1e-3,
  /** A list in braces without backslashes. */
  bareList: 0.1,
  /** A font switch directly before its letter: `\bfx`. */
  gluedFont: 0.05,
  /** A list in `\{ \}` directly after a symbol. */
  listAfterSymbol: 0.15,
  /** The name of a command as letters. */
  literalCommand: 0.2,
  /** Removed braces where the rest of the text shows that R1 removed them, see `findMoved`. */
  movedOpen: 1000,
  movedClose: 5,
};
/** In an accent, so many steps are not wide. */
const MOST_UNDER_ACCENT = 3;
/** How far ahead a moved brace is looked for, in characters. */
const MOVED_RANGE = 40;

const OPERATOR_GROUP =
  /^\{(?:[=<>+\-/:.,]|times|to|leq|geq|in|sim|approx|cdot|pm|ll|gg|rightarrow)\}/;
const FONT_SWITCH = /^(bf|rm|it|sf|tt|cal|em)$/;
const FONT_GROUP = /^\{(bf|rm|it|sf|tt|cal|mathcal|mathbb|mathbf)\b/;
const ACCENTS = new Set(
  ['tilde', 'hat', 'bar', 'vec', 'dot'].map((name) => meaningOf(name, STEP.open)),
);

const FONTS = new Set(
  ['mathcal', 'mathbb', 'mathscr', 'mathfrak', 'mathbf', 'boldsymbol', 'mathsf', 'mathit'].flatMap(
    (name) => [meaningOf(name, STEP.vis), meaningOf(name, STEP.open)],
  ),
);

/**
 * Factor for the probability that R1 removed a name at `at`: less than 1 for accents and fonts before
 * a font with a script inside (`mathcal{C_Phi/m}`), which is more likely under a root.
 */
export function weighName(f: PreparedFormula, at: number, meaning: number): number {
  if (!ACCENTS.has(meaning) && !FONTS.has(meaning)) return 1;
  return /^math[a-z]+\{[^}]*[_^/+]/.test(f.captured.slice(at, at + 60)) ? ODDS.scriptInFont : 1;
}

/** Whether a moved brace soon after `at` suggests that R1 removed a `\name{` at `at`. */
function expectsMoved(f: PreparedFormula, at: number): boolean {
  return f.moved.some((m) => m > at && m - at < MOVED_RANGE);
}

/** Factor for the probability of a step, by `ODDS`; 1 for most steps. */
export function weighStep(f: PreparedFormula, s: FormulaState, candidate: Candidate): number {
  const { captured } = f;
  const { kind, code } = candidate;
  if (kind === STEP.vis) {
    const name = candidate.command?.name ?? '';
    const isGlued = /[A-Za-z]/.test(captured[s.at + name.length] ?? '');
    return FONT_SWITCH.test(name) && isGlued ? ODDS.gluedFont : 1;
  }
  if (kind === STEP.open) return expectsMoved(f, s.at) ? ODDS.movedOpen : 1;
  if (kind === STEP.close || (kind === STEP.lit && code === CODE.close))
    return weighEnd(f, s, kind === STEP.close);
  if (kind === STEP.lit && f.commands[s.at] === 1) return ODDS.literalCommand;
  if (code !== CODE.open) return 1;
  const next = captured.slice(s.at, s.at + 14);
  const isOperator = OPERATOR_GROUP.test(next);
  const before = s.at === 0 ? '' : captured[s.at - 1];
  if (kind === STEP.esc) {
    if (isOperator) return ODDS.operatorArgument;
    const isAfterLetter = s.step >= 0 && s.step < 128 && /[A-Za-z]/.test(before);
    return isAfterLetter || /[0-9)}]/.test(before) ? ODDS.listAfterSymbol : 1;
  }
  if (s.at === 0 && !captured.includes(',')) return 1;
  if (s.need > 0)
    return isOperator && s.p1 !== CODE.caret && s.p1 !== CODE.under ? ODDS.operatorArgument : 1;
  if (isOperator) return 1; // `14{,}056` and `R^2{=}0.9` are spacing
  if (' ([{,;:=<>+-*/|'.includes(before)) {
    const isList = captured.slice(s.at, captured.indexOf('}', s.at)).includes(',');
    const isFont = FONT_GROUP.test(next.slice(0, 8)) || /^\{em\b/.test(next);
    return isList && !isFont ? ODDS.bareList : 1;
  }
  return FONT_GROUP.test(next.slice(0, 9)) || /^\{[A-Za-z]\}[_^]/.test(next) ? 1 : ODDS.orphanGroup;
}

/** The same for a `}`. */
function weighEnd(f: PreparedFormula, s: FormulaState, isHidden: boolean): number {
  const { group } = s;
  let odds = s.parens === 0 ? 1 : ODDS.unbalancedGroup;
  if (isHidden && group?.isLiteral && f.moved.includes(s.at)) odds *= ODDS.movedClose;
  else if (isHidden && expectsMoved(f, s.hiddenAt)) odds /= ODDS.movedOpen; // another group should close there
  if (group === null) return odds;
  const holdsScript = /[_^/+]/.test(f.captured.slice(group.start, s.at));
  if (s.atoms > 1 && FONTS.has(group.before) && holdsScript) odds *= ODDS.scriptInFont;
  if (s.atoms > MOST_UNDER_ACCENT && ACCENTS.has(group.before)) odds *= ODDS.wideAccent;
  return odds;
}

import type { PreparedFormula } from './formula-context.ts';
import { type FormulaState, meaningOf, STEP } from './formula-state.ts';
import type { Candidate } from './list-candidates.ts';

/**
 * Odds, found on development data, of what the step model cannot weigh because it looks at one step
 * at a time: a group after a symbol with nothing that asks for one (`5m{2}` was a fraction),
 * brackets open across a group's end, an accent over half a formula, a script within a font's
 * braces, an operator as a fraction's denominator, a list in bare braces or right after a symbol, a
 * command's name spelled in letters, a font switch run into its letter, and a `}` where the rest of
 * the text has one.
 */
const ODDS = {
  orphan: 0.03,
  torn: 0.05,
  wideAccent: 0.01,
  operatorArgument: 1e-3,
  scriptInFont: 1e-3,
  bareList: 0.1,
  gluedFont: 0.05,
  listAfterSymbol: 0.15,
  literalCommand: 0.2,
  movedOpen: 1000,
  movedClose: 5,
};
const OPERATOR_GROUP =
  /^\{(?:[=<>+\-/:.,]|times|to|leq|geq|in|sim|approx|cdot|pm|ll|gg|rightarrow)\}/;
const FONT_SWITCH = /^(bf|rm|it|sf|tt|cal|em)$/;
const ACCENTS = new Set(
  ['tilde', 'hat', 'bar', 'vec', 'dot'].map((name) => meaningOf(name, STEP.open)),
);

const FONTS = new Set(
  ['mathcal', 'mathbb', 'mathscr', 'mathfrak', 'mathbf', 'boldsymbol', 'mathsf', 'mathit'].flatMap(
    (name) => [meaningOf(name, STEP.vis), meaningOf(name, STEP.open)],
  ),
);

/**
 * How plausible a name is for what was swallowed at `at`: where a font with a script inside follows
 * (`mathcal{C_Phi/m}`), no accent and no second font, but a root.
 */
export function weighName(f: PreparedFormula, at: number, meaning: number): number {
  if (!ACCENTS.has(meaning) && !FONTS.has(meaning)) return 1;
  return /^math[a-z]+\{[^}]*[_^/+]/.test(f.captured.slice(at, at + 60)) ? ODDS.scriptInFont : 1;
}

/** Whether a brace moved within the next forty characters asks for a swallowed `\name{` here. */
function expectsMoved(f: PreparedFormula, at: number): boolean {
  return f.moved.some((m) => m > at && m - at < 40);
}

/** How plausible a step is by what it leaves behind; 1 for most. */
export function weighStep(f: PreparedFormula, s: FormulaState, candidate: Candidate): number {
  const { captured } = f;
  if (candidate.kind === STEP.vis) {
    const name = candidate.command?.name ?? '';
    const isGlued = /[A-Za-z]/.test(captured[s.at + name.length] ?? '');
    return FONT_SWITCH.test(name) && isGlued ? ODDS.gluedFont : 1;
  }
  if (candidate.kind === STEP.open) return expectsMoved(f, s.at) ? ODDS.movedOpen : 1;
  const isOperator = candidate.code === 123 && OPERATOR_GROUP.test(captured.slice(s.at, s.at + 14));
  if (candidate.kind === STEP.esc && isOperator) return ODDS.operatorArgument;
  if (candidate.kind === STEP.esc)
    return (candidate.code === 123 && s.at > 0 && /[0-9)}]/.test(captured[s.at - 1])) ||
      (candidate.code === 123 && s.step >= 0 && s.step < 128 && /[A-Za-z]/.test(captured[s.at - 1]))
      ? ODDS.listAfterSymbol
      : 1;
  const isClosing =
    candidate.kind === STEP.close || (candidate.kind === STEP.lit && candidate.code === 125);
  if (isClosing) {
    let odds = s.parens === 0 ? 1 : ODDS.torn;
    if (candidate.kind === STEP.close && s.group?.isLiteral && f.moved.includes(s.at))
      odds *= ODDS.movedClose;
    else if (candidate.kind === STEP.close && expectsMoved(f, s.hiddenAt)) odds /= ODDS.movedOpen; // the wrong brace was opened
    const { group } = s;
    if (group === null) return odds;
    const holdsScript = /[_^/+]/.test(captured.slice(group.start, s.at));
    if (s.atoms > 1 && FONTS.has(group.before) && holdsScript) odds *= ODDS.scriptInFont;
    if (s.atoms > 3 && ACCENTS.has(group.before)) odds *= ODDS.wideAccent;
    return odds;
  }
  if (candidate.kind === STEP.lit && f.commands[s.at] === 1) return ODDS.literalCommand;
  if (
    candidate.kind !== STEP.lit ||
    candidate.code !== 123 ||
    (s.at === 0 && !captured.includes(','))
  )
    return 1;
  if (s.need > 0) return isOperator && s.p1 !== 94 && s.p1 !== 95 ? ODDS.operatorArgument : 1;
  if (isOperator) return 1; // `14{,}056` and `R^2{=}0.9` are spacing
  if (s.at === 0 || ' ([{,;:=<>+-*/|'.includes(captured[s.at - 1])) {
    const end = captured.indexOf('}', s.at);
    return captured.slice(s.at, end).includes(',') &&
      !/^\{(bf|rm|it|sf|tt|cal|em|mathcal|mathbb|mathbf)\b/.test(captured.slice(s.at, s.at + 8))
      ? ODDS.bareList
      : 1;
  }
  return /^\{(bf|rm|it|sf|tt|cal|mathcal|mathbb|mathbf)\b/.test(captured.slice(s.at, s.at + 9)) ||
    /^\{[A-Za-z]\}[_^]/.test(captured.slice(s.at, s.at + 4))
    ? 1
    : ODDS.orphan;
}

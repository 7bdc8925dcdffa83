import { CODE, isLetterCode } from './character-codes.ts';
import { type FormulaState, makeStep, STEP } from './formula-state.ts';
import { isDelimiter } from './vocabulary.ts';

/** Characters that TeX would accept as an argument or script, but that authors never mean so. */
const NO_ARGUMENT = ')],;=<>';
const OPEN_DELIMITERS = '()[]|/.<>';

/** Whether the first argument of a fraction has just ended; the second follows in braces. */
function owesGroup(s: FormulaState): boolean {
  return s.need > 0 && (s.step === makeStep(STEP.close, 0) || s.step === CODE.close);
}

/** Characters that have to be escaped. */
const ESCAPED_ONLY = '%&#$\\';

/** Whether `c` as a plain character may come next. */
export function mayWriteCharacter(s: FormulaState, c: number): boolean {
  if (s.glued && isLetterCode(c)) return false;
  const character = String.fromCharCode(c);
  if (s.wantsDelimiter) return OPEN_DELIMITERS.includes(character);
  if (c === CODE.squareClose && s.group?.isBracket === true) return mayEndGroup(s);
  if (s.need > 0 && NO_ARGUMENT.includes(character)) return false;
  if (owesGroup(s) && c !== CODE.open) return false;
  if (ESCAPED_ONLY.includes(character)) return false;
  switch (c) {
    case CODE.open:
      if (s.p1 === makeStep(STEP.esc, CODE.under)) return false; // `\_{` is a slip for `_{`
      return !(s.glued && s.hidden < 0); // R1 would have removed `\name{`
    case CODE.close:
      return s.group !== null && !s.group.isBracket && s.hidden < 0 && mayEndGroup(s);
    case CODE.caret:
    case CODE.prime:
      return s.need === 0 && (s.scripts & 1) === 0;
    case CODE.under:
      return s.need === 0 && (s.scripts & 2) === 0;
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
  if (owesGroup(s)) return false;
  if (s.wantsDelimiter) return c === CODE.open || c === CODE.close || c === CODE.bar;
  if (c === CODE.close) return s.hidden < 0 && s.need === 0;
  if (c === CODE.open && s.need > 0) return false; // `\mathbb\{` and `^\{` are slips
  const character = String.fromCharCode(c);
  return '{%&#_|'.includes(character) || (s.need === 0 && ' ,;!:'.includes(character));
}

/** Whether the visible command `\name` may come next. */
export function mayWriteCommand(s: FormulaState, name: string): boolean {
  if (owesGroup(s)) return false;
  if (s.wantsDelimiter) return isDelimiter(name);
  if ((name === 'limits' || name === 'nolimits') && !s.glued) return false; // only directly after a command such as `\sum`
  if (name === 'sqrt' && s.need > 0) return false; // KaTeX rejects a root as an argument without braces
  if (name === 'right') return s.lefts > 0 && s.need === 0;
  return !(
    s.need > 0 &&
    (name === 'left' || name === 'limits' || name === 'quad' || name === 'qquad')
  );
}

/** Whether the `}` that R1 removed may come next. */
export function mayCloseHidden(s: FormulaState): boolean {
  return s.hidden >= 0 && s.hiddenLength > 0 && s.group?.isBracket === false && mayEndGroup(s);
}

/** Whether a `\name{` that R1 removed may come next. */
export function mayOpenHidden(s: FormulaState): boolean {
  return s.hidden < 0 && !s.wantsDelimiter && !owesGroup(s);
}

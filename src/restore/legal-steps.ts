import { CODE, type FormulaState, STEP } from './formula-state.ts';
import { isDelimiter } from './vocabulary.ts';

/** What no author means as the argument of a command or script, though TeX would take it. */
const NO_ARGUMENT = ')],;=<>';
const OPEN_DELIMITERS = '()[]|/.<>';

/** Whether a fraction's first half has just ended: then its second follows, in braces. */
function owesGroup(s: FormulaState): boolean {
  return s.need > 0 && (s.step === STEP.close * 65536 || s.step === CODE.close);
}

/** Whether `c` as a plain character may come next. */
export function mayWriteCharacter(s: FormulaState, c: number): boolean {
  const isLetter = (c >= 97 && c <= 122) || (c >= 65 && c <= 90);
  if (s.glued && isLetter) return false;
  if (s.wantsDelimiter) return OPEN_DELIMITERS.includes(String.fromCharCode(c));
  if (c === 93 && s.group?.isBracket === true) return mayEndGroup(s);
  if (s.need > 0 && NO_ARGUMENT.includes(String.fromCharCode(c))) return false;
  if (owesGroup(s) && c !== CODE.open) return false;
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
      return s.group !== null && !s.group.isBracket && s.hidden < 0 && mayEndGroup(s);
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
  if (owesGroup(s)) return false;
  if (s.wantsDelimiter) return c === CODE.open || c === CODE.close || c === CODE.bar;
  if (c === CODE.close) return s.hidden < 0 && s.need === 0;
  if (c === CODE.open && s.need > 0) return false; // `\mathbb\{` and `^\{` are slips
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
  if (owesGroup(s)) return false;
  if (s.wantsDelimiter) return isDelimiter(name);
  if ((name === 'limits' || name === 'nolimits') && !s.glued) return false; // only right after `\sum` and its like
  if (name === 'sqrt' && s.need > 0) return false; // KaTeX takes no root as an argument without braces
  if (name === 'right') return s.lefts > 0 && s.need === 0;
  return !(
    s.need > 0 &&
    (name === 'left' || name === 'limits' || name === 'quad' || name === 'qquad')
  );
}

/** Whether R1's `}` may stand here. */
export function mayCloseHidden(s: FormulaState): boolean {
  return s.hidden >= 0 && s.hiddenLength > 0 && s.group?.isBracket === false && mayEndGroup(s);
}

/** Whether a swallowed `\name{` may stand here. */
export function mayOpenHidden(s: FormulaState): boolean {
  return s.hidden < 0 && !s.wantsDelimiter && !owesGroup(s);
}

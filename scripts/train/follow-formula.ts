import { CODE } from '../../src/restore/character-codes.ts';
import { type FormulaState, STEP, startFormula } from '../../src/restore/formula-state.ts';
import { mayEndGroup } from '../../src/restore/legal-steps.ts';
import type { Command } from '../../src/restore/list-candidates.ts';
import {
  closeHidden,
  openHidden,
  writeCharacter,
  writeCommand,
  writeEscape,
} from '../../src/restore/write-step.ts';

/** A step of an author: the state before it, its kind, and the character or command it wrote. */
export interface AuthorStep {
  state: FormulaState;
  kind: number;
  code: number;
}

/** One-letter macros of many authors for blackboard letters, which R1 removes as it does `\mathbb`. */
const BLACKBOARD = /\\([RNZEFQC])(?![a-zA-Z{])/g;

/** An author's LaTeX with `\mathbb{R}` for `\R` where the captured text is the same. */
export function expandMacros(raw: string): string {
  return raw.replace(BLACKBOARD, (whole, letter: string, at: number) =>
    /\\[a-zA-Z]+\{[^}]*$/.test(raw.slice(0, at)) ? whole : `\\mathbb{${letter}}`,
  );
}

const TOKEN = /\\([a-zA-Z]+)|\\([^a-zA-Z])|(.)/gsy;

/**
 * The steps in which the decoder would write an author's LaTeX. Null if it cannot write it, as for an
 * unknown command, an R1 that ends in `\}` or unbalanced braces.
 */
export function followFormula(
  raw: string,
  visible: ReadonlyMap<string, Command>,
  hidden: ReadonlyMap<string, Command>,
): AuthorStep[] | null {
  const steps: AuthorStep[] = [];
  let s = startFormula();
  TOKEN.lastIndex = 0;
  for (let m = TOKEN.exec(raw); m !== null; m = TOKEN.exec(raw)) {
    const [whole, name, escaped, character] = m;
    const state = s;
    if (name !== undefined) {
      const isOpen =
        s.hidden < 0 && raw[TOKEN.lastIndex] === '{' && raw.indexOf('}', TOKEN.lastIndex) > 0;
      const command = (isOpen ? hidden : visible).get(name);
      if (!command) return null;
      if (isOpen) TOKEN.lastIndex++;
      s = isOpen
        ? openHidden(s, name, command.id, command.meaning)
        : writeCommand(s, name, command.id, command.meaning);
      steps.push({ state, kind: isOpen ? STEP.open : STEP.vis, code: command.id });
    } else if (escaped !== undefined) {
      const c = escaped.charCodeAt(0);
      if (escaped.length !== 1 || c === CODE.backslash || (c === CODE.close && s.hidden >= 0))
        return null;
      s = writeEscape(s, c);
      steps.push({ state, kind: STEP.esc, code: c });
    } else if (character === '}' && s.group === null) return null;
    else if (character === '}' && s.hidden >= 0) {
      s = closeHidden(s);
      steps.push({ state, kind: STEP.close, code: 0 });
    } else {
      const c = (character ?? whole).charCodeAt(0);
      s = writeCharacter(s, c);
      steps.push({ state, kind: STEP.lit, code: c });
    }
  }
  return s.group === null && s.hidden < 0 && mayEndGroup(s) ? steps : null;
}

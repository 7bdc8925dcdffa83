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

/** One step an author took: the state before it, and what it wrote (`id` −1 for none). */
export interface AuthorStep {
  state: FormulaState;
  kind: number;
  code: number;
}

const TOKEN = /\\([a-zA-Z]+)|\\([^a-zA-Z])|(.)/gsy;

/**
 * Follows an author's LaTeX through the decoder's machine. Null where the machine cannot write it:
 * an unknown command, an R1 that ends in `\}`, unbalanced braces.
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
      if (escaped.length !== 1 || c === 92 || (c === 125 && s.hidden >= 0)) return null;
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

import { binary, relation } from './formula-tables.ts';

/** A part of a formula, and what determines the spaces around it. */
export interface Atom {
  text: string;
  /** `word`: a name such as log; `ratio`: a fraction, which needs a space before another factor. */
  kind: 'plain' | 'word' | 'ratio' | 'space';
  /** Whether there is a space before it in the LaTeX. */
  isApart: boolean;
}

const opening = /[([{⟨⌊⌈|‖√]$/u;
const isOperand = (text: string): boolean => /[\p{L}\p{N}\p{M})\]}⟩⌋⌉|‖′″!∞…]$/u.test(text);
const beginsOperand = (text: string): boolean => /^[\p{L}\p{N}\p{S}([⟨⌊⌈√…]/u.test(text);

/**
 * Joins the parts of a formula with the spaces that plain text needs: around relations, around
 * operations if the author wrote some, and between a name and its argument.
 * @param isTight whether it is in a script, which has no such spaces
 */
export function joinAtoms(atoms: readonly Atom[], isTight: boolean): string {
  let joined = '';
  atoms.forEach((atom, i) => {
    if (atom.kind === 'space') {
      if (!isTight && !joined.endsWith(' ')) joined += ' ';
      return;
    }
    const before = atoms[i - 1];
    const isApart = before !== undefined && isSetApart(before, atom, atoms[i - 2], atoms[i + 1]);
    const isGap = isApart && (!isTight || before.kind === 'word' || atom.kind === 'word');
    if (isGap && joined !== '' && !joined.endsWith(' ') && !opening.test(joined)) joined += ' ';
    joined += atom.text;
  });
  return joined;
}

/** Whether there is a space between two neighbours. */
function isSetApart(before: Atom, atom: Atom, earlier?: Atom, next?: Atom): boolean {
  // A relation without a left side is a sign: ∼10, ≤ alone.
  if (relation.test(atom.text)) return true;
  if (relation.test(before.text)) return earlier !== undefined;
  if (binary.test(atom.text)) {
    return isOperand(before.text) && (atom.isApart || next?.isApart === true);
  }
  if (binary.test(before.text)) {
    const isBetween = earlier !== undefined && isOperand(earlier.text);
    return isBetween && (before.isApart || atom.isApart);
  }
  if (atom.kind === 'word') return isOperand(before.text);
  const isName = before.kind === 'word' || /^[∑∏∐∫∮⋃⋂⨁⨂].*[^∑∏∐∫∮⋃⋂⨁⨂]$/u.test(before.text);
  if (isName) return /^[\p{L}\p{N}\p{So}\p{Sm}⟨⌊⌈]/u.test(atom.text);
  if (before.kind === 'ratio') return beginsOperand(atom.text) && !/^[)\]]/.test(atom.text);
  if (atom.kind === 'ratio') return isOperand(before.text) && !opening.test(before.text);
  return atom.isApart && /[,;:]$/.test(before.text);
}

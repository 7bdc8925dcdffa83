import { binary, relation } from './formula-tables.ts';

/** What a piece of a formula is to its neighbours. */
export interface Atom {
  text: string;
  /** `word`: a name such as log; `ratio`: a fraction, which must not run into what it is a factor of. */
  kind: 'plain' | 'word' | 'ratio' | 'space';
  /** Whether the author put a space before it. */
  isApart: boolean;
}

const opening = /[([{⟨⌊⌈|‖√]$/u;
const isOperand = (text: string): boolean => /[\p{L}\p{N}\p{M})\]}⟩⌋⌉|‖′″!∞…]$/u.test(text);
const beginsOperand = (text: string): boolean => /^[\p{L}\p{N}\p{S}([⟨⌊⌈√…]/u.test(text);

/**
 * Joins the pieces of a formula with the spaces that a reader of plain text needs: around relations,
 * around operations where their author put some, between a name and what it is applied to.
 * @param isTight whether it stands in a script, where nothing is set apart
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

/** Whether a space stands between two neighbours. */
function isSetApart(before: Atom, atom: Atom, earlier?: Atom, next?: Atom): boolean {
  // A relation that has nothing on one of its sides is a sign: ∼10, ≤ alone.
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

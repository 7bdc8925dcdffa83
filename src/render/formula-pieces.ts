import { commandToUnicode } from '../text/latex-accents.ts';
import { subscripts, superscripts, vulgarFractions } from './formula-tables.ts';
import type { Atom } from './join-atoms.ts';

/** A script in superscript or subscript characters, if Unicode has all of them; otherwise after its mark. */
export function script(mark: '^' | '_', text: string): string {
  const table = mark === '^' ? superscripts : subscripts;
  const characters = [...text];
  if (characters.every((c) => table.has(c))) return characters.map((c) => table.get(c)).join('');
  return isBare(text) ? mark + text : `${mark}(${text})`;
}

/** A fraction in one line. @param before the text before it: ½ would be read as part of a number */
export function fraction(over: string, under: string, before = ''): Omit<Atom, 'isApart'> {
  const vulgar = vulgarFractions.get(`${over}/${under}`);
  if (vulgar && !/\d$/.test(before)) return { text: vulgar, kind: 'plain' };
  const isProduct = /^[\p{L}\p{N}\p{M}.]+$/u.test(over);
  return { text: `${isProduct ? over : enclose(over)}/${enclose(under)}`, kind: 'ratio' };
}

/** The text in parentheses, unless it is a number, a letter with marks and scripts, or has parentheses. */
function enclose(text: string): string {
  const isOne = isBare(text) || /^[√∛∜]?\p{L}\p{M}*[\p{No}\p{Lm}⁺-⁾₀-₎ᵢ-ᵪ′*]*$/u.test(text);
  return isOne || /^(?:\([^()]*\))?$/.test(text) ? text : `(${text})`;
}

/** Whether a text is one character with its marks, or a number. */
export const isBare = (text: string): boolean => /^(?:[^\s()]\p{M}*|\d+(?:\.\d+)?)$/u.test(text);

/** Text with a mark over each letter; longer text without, as Unicode has no wide marks. */
export function accent(text: string, mark: string): string {
  const letters = [...text];
  if (letters.length > 3) return text;
  return letters
    .map((c) => (/[\p{L}\p{N}\p{S}]/u.test(c) ? c + mark : c))
    .join('')
    .normalize('NFC');
}

/** Letters with double strokes: ℝ. */
export const doubleStrike = (text: string): string =>
  [...text].map((c) => commandToUnicode(`\\mathbb{${c}}`) ?? c).join('');

/** The bracket at the start or end of a matrix; empty for other environments. */
export function bracket(environment: string, isBegin: boolean): string {
  const pairs: Readonly<Record<string, string>> = { p: '()', b: '[]', v: '||', B: '{}', V: '‖‖' };
  const pair = /^([pbvBV])matrix$/.exec(environment)?.[1];
  return pair ? (pairs[pair]?.[isBegin ? 0 : 1] ?? '') : '';
}

import type { Term } from './paper-terms.ts';

/** A shared term, as written in a paper. */
export type SharedTerm = { text: string } | { latex: string };

/** A term that two papers have in common. */
export interface CommonTerm {
  /** Its folded form. */
  key: string;
  /** The product of its weights in the two papers. */
  weight: number;
  own: Term;
  other: Term;
}

/** How many shared terms are named. */
const mostShared = 4;
/** Share of a word's weight from which a phrase replaces it; the same for a command and its formula. */
const wholeShare = 0.3;

/**
 * The most significant terms that two papers share, without repetition: a phrase replaces its words, and one of
 * `memorize` and `memorization` replaces the other.
 */
export function chooseShared(common: readonly CommonTerm[]): SharedTerm[] {
  const shared = [...common].sort((a, b) => b.weight - a.weight || (a.key < b.key ? -1 : 1));
  const wholes = shared.filter(({ own }) => own.kind !== 'word');
  const said: string[] = [];
  const chosen: SharedTerm[] = [];
  for (const term of shared) {
    if (chosen.length === mostShared) break;
    const { key, own, other } =
      wholes.find((w) => w.weight >= wholeShare * term.weight && isPartOf(term.key, w.key)) ?? term;
    const words = key.startsWith('$') ? [key] : key.split(' ');
    if (words.some((word) => said.some((before) => isSaidBy(word, before)))) continue;
    said.push(...words);
    chosen.push(writeTerm(own, other));
  }
  return chosen;
}

/** Whether a word is one of a phrase, or a command one of a formula. */
function isPartOf(key: string, whole: string): boolean {
  if (key === whole || key.startsWith('$') !== whole.startsWith('$')) return false;
  return key.startsWith('$') ? whole.includes(key.slice(1)) : whole.split(' ').includes(key);
}

/** Whether two words have so long a common beginning that one is redundant. */
function isSaidBy(word: string, before: string): boolean {
  const length = Math.max(4, Math.min(word.length, before.length) - 2);
  return word === before || (word.length >= 4 && word.slice(0, length) === before.slice(0, length));
}

/** A term as written in the running text of either paper; in titles, words are capitalised. */
function writeTerm(own: Term, other: Term): SharedTerm {
  if (own.kind === 'formula') return { latex: own.form };
  const plain = [own, other].find((term) => term.isPlain);
  return { text: plain?.form ?? lowerNames(own.form) };
}

/** `Optimal Transport` → `optimal transport`; `PAM` and `LoRA` stay. */
function lowerNames(form: string): string {
  return form.replace(/[\p{L}\p{N}]+/gu, (word) =>
    /^\p{Lu}[\p{Ll}]+$/u.test(word) ? word.toLowerCase() : word,
  );
}

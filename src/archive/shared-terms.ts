import type { Term } from './paper-terms.ts';

/** Something that two papers are about, as a reader would write it. */
export type SharedTerm = { text: string } | { latex: string };

/** The terms of a paper and what they weigh. */
interface Weighed {
  weights: ReadonlyMap<string, number>;
  terms: ReadonlyMap<string, Term>;
}

/** How many shared terms are named. */
const mostShared = 4;
/** A phrase stands for one of its words from this share of what that word weighs; so does a formula. */
const wholeShare = 0.3;

/**
 * What two papers share, the most telling first, without saying anything twice: a phrase stands for
 * its words, and one of `memorize` and `memorization` for both.
 */
export function chooseShared(paper: Weighed, other: Weighed): SharedTerm[] {
  const shared = [...paper.weights]
    .filter(([key]) => other.weights.has(key))
    .map(([key, weight]) => ({ key, weight: weight * (other.weights.get(key) ?? 0) }))
    .sort((a, b) => b.weight - a.weight || (a.key < b.key ? -1 : 1));
  const wholes = shared.filter(({ key }) => paper.terms.get(key)?.kind !== 'word');
  const said: string[] = [];
  const chosen: SharedTerm[] = [];
  for (const { key, weight } of shared) {
    if (chosen.length === mostShared) break;
    const whole = wholes.find((w) => w.weight >= wholeShare * weight && isPartOf(key, w.key));
    const name = whole?.key ?? key;
    const words = name.startsWith('$') ? [name] : name.split(' ');
    if (words.some((word) => said.some((before) => isSaidBy(word, before)))) continue;
    said.push(...words);
    chosen.push(writeTerm(paper.terms.get(name) as Term, other.terms.get(name) as Term));
  }
  return chosen;
}

/** Whether a word is one of a phrase, or a command one of a formula. */
function isPartOf(key: string, whole: string): boolean {
  if (key === whole || key.startsWith('$') !== whole.startsWith('$')) return false;
  return key.startsWith('$') ? whole.includes(key.slice(1)) : whole.split(' ').includes(key);
}

/** Whether two words begin alike so far that one says the other. */
function isSaidBy(word: string, before: string): boolean {
  const length = Math.max(4, Math.min(word.length, before.length) - 2);
  return word === before || (word.length >= 4 && word.slice(0, length) === before.slice(0, length));
}

/** A term as it stands in running text of either paper; in titles, words are written large. */
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

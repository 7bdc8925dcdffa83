import { fold } from '../text/fold-words.ts';
import { STOP_WORDS } from './stop-words.ts';

/** A word, normalised. */
export interface ReadWord {
  /** The same for all forms of the word. */
  key: string;
  /** Whether it can describe a topic: not a stop word, a number or a single letter. */
  isTelling: boolean;
  isLetter: boolean;
}

/** `LLMs`, `SBs`: plurals that are too short for the general rule. */
const acronymPlural = /^(\p{Lu}[\p{Lu}\d]+)s$/u;
const stopWords = new Set(STOP_WORDS.map(toSingular));

/** Normalises words, each form once: an archive has few forms and many occurrences. */
export class WordReader {
  readonly #known = new Map<string, ReadWord>();

  read(word: string): ReadWord {
    const known = this.#known.get(word);
    if (known) return known;
    const singular = toSingular(fold(word.replace(acronymPlural, '$1')));
    const isLetter = /^\p{L}$/u.test(word);
    const isTelling = singular.length > 1 && !stopWords.has(singular) && !/^\d/.test(singular);
    const read = { key: toStem(singular), isTelling, isLetter };
    this.#known.set(word, read);
    return read;
  }
}

/** @see Harman: How effective is suffixing? (1991), the S stemmer */
function toSingular(word: string): string {
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return word.length > 3 && /[^siu]s$/.test(word) ? word.slice(0, -1) : word;
}

/** `pruned`, `pruning`, `prune` → `prun`; `planning`, `plan` → `plan`; `speed` and `string` stay. */
function toStem(word: string): string {
  const stem = word.replace(/(?:ing|ed|e)$/, '');
  if (stem.length < 4 || stem === word) return word;
  return stem.replace(/([bdfgmnprt])\1$/, '$1');
}

import { fold } from '../text/fold-words.ts';
import { STOP_WORDS } from './stop-words.ts';

/** What a word is known by. */
export interface ReadWord {
  /** The form by which its occurrences are one. */
  key: string;
  /** Whether it can say what a paper is about: no stop word, no number, no single letter. */
  isTelling: boolean;
  isLetter: boolean;
}

/** `LLMs`, `SBs`: too short for a rule of words, and plain by their capitals. */
const acronymPlural = /^(\p{Lu}[\p{Lu}\d]+)s$/u;
const stopWords = new Set(STOP_WORDS.map(toSingular));

/** Reads words, each wording once: an archive has few words and many occurrences. */
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

import { USE } from './lexicon.ts';

/**
 * Coarse classes of tokens. A mark of ASCII has its own code as its class (see `CODE`); other
 * tokens have these numbers, to some of which details are added. A trained model depends on them.
 */
export const CLASS = {
  /** Plus 8 × its use (`USE`), 4 if it is also the name of a command, and its case (`caseOf`). */
  word: 128,
  /** Unknown word that consists of commands and single letters (`ntoinfty`), plus its case. */
  gluedWord: 160,
  smallLetter: 166,
  capitalLetter: 167,
  /** The letters that are also English words: a, A and I. */
  letterWord: 168,
  /** Plus the number of digits, 1 to 5. */
  digits: 169,
  greek: 176,
  /** Plus 6 bits of the hash of the character. */
  symbol: 192,
} as const;
export const COMMAND_BIT = 4;

/** Whether the class of a word says that the word is also the name of a command. */
export const isCommandClass = (c: number): boolean => (c & COMMAND_BIT) !== 0;

/** The use (`USE`) of the word of a class; above `USE.math` for glued words, negative for marks. */
export const useOf = (c: number): number => (c - CLASS.word) >> 3;

/** Whether a class is that of a word used in formulas, or of a glued word. */
export const isMathWord = (c: number): boolean => useOf(c) >= USE.math && c < CLASS.gluedWord + 4;

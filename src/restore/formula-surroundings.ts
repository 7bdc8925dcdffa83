import { hashLower } from './hash.ts';

/** What surrounds a formula. */
export interface Surroundings {
  /** Hashes of the words next to it. */
  before: number;
  after: number;
  /** Bits of `FONTS` and `TOPICS` that occur in the text. */
  fonts: number;
  topics: number;
  text: string;
}
/** The model depends on the order of these and of `TOPICS`. */
const FONTS = ['mathcal', 'mathbb', 'mathbf', 'tilde', 'mathrm', 'boldsymbol', 'hat'];

/** A set of words that occur in a text, one bit each. */
const findWords = (text: string, words: readonly string[]): number =>
  words.reduce((bits, word, k) => (text.includes(word) ? bits | (1 << k) : bits), 0);

/** The font commands that occur as words in a text (`mathcal O`), as bits of `FONTS`. */
export const noteFonts = (text: string): number => findWords(text, FONTS);

// Subjects that prefer certain fonts: regret bounds have a tilde that hides logarithms, algebra has
// \mathbb, matrices are bold.
const TOPICS = [
  'regret',
  'logarithmic factor',
  'finite field',
  'quantum',
  'matri',
  'graph',
  'manifold',
  'polynomial time',
  'sample complexity',
  'distribution',
  'Banach',
  'lower bound',
];

/** The subjects that a text names, as bits of `TOPICS`. */
export const noteTopics = (text: string): number => findWords(text, TOPICS);

/** Words next to a formula are hashed up to so many characters. */
const MAX_WORD = 24;

/** The surroundings of `start`–`end` of a text. */
export function noteSurroundings(
  text: string,
  start: number,
  end: number,
  fonts: number,
  topics: number,
): Surroundings {
  let a = start;
  while (a > 0 && start - a < MAX_WORD && text.charCodeAt(a - 1) <= 32) a--;
  let b = a;
  while (b > 0 && a - b < MAX_WORD && text.charCodeAt(b - 1) > 32) b--;
  let c = end;
  while (c < text.length && c - end < MAX_WORD && text.charCodeAt(c) <= 32) c++;
  let d = c;
  while (d < text.length && d - c < MAX_WORD && text.charCodeAt(d) > 32) d++;
  return {
    before: hashLower(text, b, a) ^ (a === start ? 1 : 0),
    after: hashLower(text, c, d) ^ (c === end ? 1 : 0),
    fonts,
    topics,
    text,
  };
}

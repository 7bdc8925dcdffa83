import { hashLower } from './hash.ts';

/**
 * What surrounds a formula: the words next to it and which fonts the rest of the text names aloud,
 * what it is about (bit sets), and the text itself.
 */
export interface Surroundings {
  before: number;
  after: number;
  fonts: number;
  topics: number;
  text: string;
}
export const FONTS = ['mathcal', 'mathbb', 'mathbf', 'tilde', 'mathrm', 'boldsymbol', 'hat'];

/**
 * Notes which font commands survive as words in a text (`mathcal O`): their author writes fonts in
 * this way.
 */
export function noteFonts(text: string): number {
  let fonts = 0;
  if (
    text.includes('math') ||
    text.includes('tilde') ||
    text.includes('hat') ||
    text.includes('bold')
  )
    FONTS.forEach((name, k) => {
      if (text.includes(name)) fonts |= 1 << k;
    });
  return fonts;
}

// Subjects with fonts of their own: regret bounds hide logarithms under a tilde, algebra writes
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

/** Notes which of a few subjects a text names. */
export function noteTopics(text: string): number {
  let topics = 0;
  TOPICS.forEach((stem, k) => {
    if (text.includes(stem)) topics |= 1 << k;
  });
  return topics;
}

/** The words around `start`–`end` of a text, hashed. */
export function noteSurroundings(
  text: string,
  start: number,
  end: number,
  fonts: number,
  topics: number,
): Surroundings {
  let a = start;
  while (a > 0 && start - a < 24 && text.charCodeAt(a - 1) <= 32) a--;
  let b = a;
  while (b > 0 && a - b < 24 && text.charCodeAt(b - 1) > 32) b--;
  let c = end;
  while (c < text.length && c - end < 24 && text.charCodeAt(c) <= 32) c++;
  let d = c;
  while (d < text.length && d - c < 24 && text.charCodeAt(d) > 32) d++;
  return {
    before: hashLower(text, b, a) ^ (a === start ? 1 : 0),
    after: hashLower(text, c, d) ^ (c === end ? 1 : 0),
    fonts,
    topics,
    text,
  };
}

import { describe, expect, test } from 'vitest';
import { makeIdentityKey, mathKey } from '../../../src/search/formula-key.ts';
import {
  endTitle,
  hideWords,
  markFormula,
  readIndexedText,
  readShownText,
} from '../../../src/search/indexed-text.ts';

/** A text as Pagefind keeps it. */
const clean = (text: string): string => text.replace(/\s+/g, ' ').trim();
const formula = clean(
  `Fast k-means${endTitle(false)}. It runs in ${markFormula('O(n²)')}, ${hideWords(['O(n^2)', 'ƒon2'])} for ${markFormula('n ∈ ℕ')} ${hideWords(['n\\in\\mathbb{N}', 'ƒninn'])} points.${hideWords(['ƒday20250311'])}${hideWords(['ƒday20250314'])}`,
);
/** Where a word stands in a text. */
const at = (text: string, ...words: string[]): number[] =>
  words.map((word) => text.split(/\s+/).indexOf(word));
/** An excerpt with its matches in brackets. */
const show = (text: string, ...words: string[]): string =>
  readIndexedText(text, at(text, ...words))
    .excerpt.map(({ text: part, isMatch }) => (isMatch ? `[${part}]` : part))
    .join('');

test('days are read, and none is shown', () => {
  const { days, isTypeset } = readIndexedText(formula, []);
  expect(days).toEqual(['2025-03-11', '2025-03-14']);
  expect(isTypeset).toBe(false);
  expect(show(formula)).toBe('It runs in O(n²), for n ∈ ℕ points.');
});

test('mathematics is known by its key', () => {
  expect(readIndexedText(formula, []).hasMath).toBe(false);
  expect(readIndexedText(clean(`Text. ${hideWords([mathKey])}`), []).hasMath).toBe(true);
});

test('another identity than the slug is known, and is one word that is not shown', () => {
  expect(readIndexedText(formula, []).identity).toBeUndefined();
  const key = makeIdentityKey('a-1st-name');
  expect(key).toMatch(/^[\p{L}\p{N}]+$/u);
  const text = clean(`Title${endTitle(false)} Text.${hideWords([key])}`);
  expect(readIndexedText(text, []).identity).toBe('a-1st-name');
  expect(show(text)).toBe('Text.');
});

test('a title with formulas is known', () => {
  const title = markFormula('k') + hideWords(['k', 'ƒkƒ']) + endTitle(true);
  const text = clean(`${title}. An abstract.`);
  expect(readIndexedText(text, []).isTypeset).toBe(true);
  expect(show(text)).toBe('An abstract.');
});

test('a match marks the word that it is of, without the comma after it', () => {
  expect(show(formula, 'runs', 'points.')).toBe('It [runs] in O(n²), for n ∈ ℕ [points].');
});

test('a match of what is hidden marks its formula, the whole of it', () => {
  expect(show(formula, 'ƒon2')).toBe('It runs in [O(n²)], for n ∈ ℕ points.');
  expect(show(formula, 'ƒninn')).toBe('It runs in O(n²), for [n] [∈] [ℕ] points.');
});

test('a match in the title or in a day marks nothing of the abstract', () => {
  expect(show(formula, 'Fast', 'ƒday20250311')).toBe('It runs in O(n²), for n ∈ ℕ points.');
});

describe('a long text', () => {
  const words = Array.from({ length: 100 }, (_, i) => `w${i}`);
  const text = `Title ${clean(endTitle(false))} ${words.join(' ')}`;

  test('begins with the abstract where nothing of it matches', () => {
    expect(show(text)).toMatch(/^w0 w1 .* w35 …$/);
  });

  test('is cut where most matches are, with some words before', () => {
    expect(show(text, 'w2', 'w50', 'w60')).toMatch(/^… w44 .*w49 \[w50\] .*\[w60\] .*w79 …$/);
  });

  test('begins with the abstract where a match is among its first words', () => {
    expect(show(text, 'w9')).toMatch(/^w0 .*\[w9\]/);
  });

  test('ends without a sign where it is shown to its end', () => {
    expect(show(text, 'w95')).toMatch(/^… w89 .*\[w95\].* w99$/);
  });
});

test('the shown text is the title and the abstract', () => {
  expect(clean(readShownText(formula))).toBe('Fast k-means . It runs in O(n²), for n ∈ ℕ points.');
});

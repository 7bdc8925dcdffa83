import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { measureDistance, suggestSpelling } from '../../../src/search/suggest-spelling.ts';
import {
  countWords,
  mergeVocabularies,
  readVocabulary,
  writeVocabulary,
} from '../../../src/search/word-list.ts';

const makeVocabulary = (texts: readonly string[]): string => writeVocabulary(countWords(texts));

/** Texts in which each word stands as often as is said. */
const makeTexts = (counts: Record<string, number>): string[] =>
  Object.entries(counts).flatMap(([word, count]) => Array.from({ length: count }, () => word));

describe('the vocabulary', () => {
  test('is read as it was written: words in two papers or more, in order, with their levels', () => {
    const text = makeVocabulary(
      makeTexts({ diffusion: 40, diffuse: 2, different: 9, once: 1, gan: 5, gpt4o: 5 }),
    );
    expect(readVocabulary(text)).toEqual([
      { word: 'different', level: 3 },
      { word: 'diffuse', level: 1 },
      { word: 'diffusion', level: 5 },
    ]);
    // The letters that are shared with the word before are not written again.
    expect(text).toBe('0different3\n4use1\n6ion5');
  });

  test('of several segments is one, in order, with the levels of all their papers', () => {
    const newer = makeVocabulary(makeTexts({ zebra: 2, diffusion: 4 }));
    const older = makeVocabulary(makeTexts({ diffusion: 8, attention: 3 }));
    expect(mergeVocabularies([newer, older])).toEqual([
      { word: 'attention', level: 1 },
      { word: 'diffusion', level: 3 },
      { word: 'zebra', level: 1 },
    ]);
    expect(mergeVocabularies([newer])).toEqual(readVocabulary(newer));
  });

  test('counts a word once a paper, whatever its accents', () => {
    expect(readVocabulary(makeVocabulary(['Fréchet frechet Frechet', 'frechet']))).toEqual([
      { word: 'frechet', level: 1 },
    ]);
  });

  test('any words come back', () => {
    const word = fc.stringMatching(/^[a-z]{4,24}$/);
    fc.assert(
      fc.property(fc.uniqueArray(word), (words) => {
        const text = makeVocabulary([...words, ...words]);
        expect(readVocabulary(text).map((entry) => entry.word)).toEqual(words.toSorted());
      }),
    );
  });

  test('the order of the papers makes no difference', () => {
    const texts = makeTexts({ diffusion: 3, different: 2 });
    expect(makeVocabulary(texts.toReversed())).toBe(makeVocabulary(texts));
  });
});

describe('measureDistance', () => {
  test.each<[string, string, number]>([
    ['same', 'same', 0],
    ['difusion', 'diffusion', 1],
    ['diffussion', 'diffusion', 1],
    ['diffusoin', 'diffusion', 1],
    ['diffuzion', 'diffusion', 1],
    ['difusoin', 'diffusion', 2],
    ['abc', 'xyz', 3],
  ])('%s to %s', (a, b, distance) => {
    expect(measureDistance(a, b, 3)).toBe(distance);
    expect(measureDistance(b, a, 3)).toBe(distance);
  });

  test('is over the most where it is over it', () => {
    expect(measureDistance('abcdef', 'uvwxyz', 2)).toBeGreaterThan(2);
    expect(measureDistance('abc', 'abcdef', 2)).toBeGreaterThan(2);
  });
});

describe('suggestSpelling', () => {
  const vocabulary = readVocabulary(
    makeVocabulary(
      makeTexts({
        ...{ diffusion: 400, diffusions: 2, diversion: 3, transformer: 90, transformers: 80 },
        ...{ learning: 500, leaning: 2, sinkhorn: 4, fusion: 20, bandit: 8, bandits: 64 },
      }),
    ),
  );

  test.each<[string, string | undefined]>([
    ['difusion', 'diffusion'],
    ['Difusion', 'diffusion'],
    ['diffusoin', 'diffusion'],
    ['sinkhron', 'sinkhorn'],
    ['tranformers', 'transformers'],
    ['tarnsfomer', 'transformer'],
    // There, and rare beside what is near: probably a slip.
    ['leaning', 'learning'],
    // There, and not so rare.
    ['bandit', undefined],
    ['diffusion', undefined],
    // Nothing is near, or it is too short to say.
    ['zzzxqyqy', undefined],
    ['gan', undefined],
    ['O(n^2)', undefined],
  ])('%s: %s', (typed, expected) => {
    expect(suggestSpelling(typed, vocabulary)).toBe(expected);
  });
});

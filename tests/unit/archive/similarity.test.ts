import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OverlapIndex, wordOverlap, wordSet } from '../../../src/archive/similarity.ts';

describe('wordSet', () => {
  it('holds each word once, in lower case, without what stands between', () => {
    expect([...wordSet('The k-means, the K-Medoids: über-gut!')]).toEqual([
      ...['the', 'k', 'means', 'medoids', 'über', 'gut'],
    ]);
  });

  it('is empty for a text without words', () => {
    expect(wordSet('… — !?').size).toBe(0);
  });
});

describe('wordOverlap', () => {
  it.each([
    ['a b c', 'a b c', 1],
    ['a b c', 'd e f', 0],
    ['a b', 'b c', 1 / 3],
    ['a b c d', 'a b', 1 / 2],
    ['', 'a', 0],
    ['', '', 1],
  ])('of "%s" and "%s" is %f', (a, b, overlap) => {
    expect(wordOverlap(wordSet(a), wordSet(b))).toBe(overlap);
    expect(wordOverlap(wordSet(b), wordSet(a))).toBe(overlap);
  });
});

describe('OverlapIndex', () => {
  const words = fc.uniqueArray(fc.constantFrom(...'abcdefghijkl'), { minLength: 1 });
  const sets = fc.array(words.map((list) => new Set(list)), { minLength: 1, maxLength: 12 });
  const frequency = fc.dictionary(fc.constantFrom(...'abcdefghijkl'), fc.nat(5));
  const threshold = fc.constantFrom(0.3, 0.5, 0.55, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 1);

  it('finds exactly what comparing with every text finds, whatever the words’ frequencies', () => {
    fc.assert(
      fc.property(sets, sets, frequency, threshold, (texts, queries, counts, least) => {
        const index = new OverlapIndex<number>(least, new Map(Object.entries(counts)));
        texts.forEach((text, i) => {
          index.add(i, text);
        });
        for (const query of queries) {
          const expected = texts.flatMap((text, item) => {
            const overlap = wordOverlap(query, text);
            return overlap >= least ? [{ item, overlap }] : [];
          });
          const found = index.find(query);
          expect([...found].sort((a, b) => a.item - b.item)).toEqual(expected);
          expect(found.map((f) => f.overlap)).toEqual(found.map((f) => f.overlap).sort((a, b) => b - a));
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('finds a text of nine of ten words at a threshold of 0.9, where rounding is in the way', () => {
    const ten = wordSet('a b c d e f g h i j');
    const nine = wordSet('b c d e f g h i j');
    const index = new OverlapIndex<string>(0.9, new Map());
    index.add('ten', ten);
    expect(index.find(nine)).toEqual([{ item: 'ten', overlap: 0.9 }]);
  });
});

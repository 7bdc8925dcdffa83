import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OverlapIndex, sampleShingles } from '../../../src/archive/overlap-index.ts';
import { wordOverlap, wordSet } from '../../../src/text/word-overlap.ts';
import { runs } from '../../tier.ts';

const add = <T>(index: OverlapIndex<T>, item: T, words: ReadonlySet<string>): void =>
  index.add(item, sampleShingles(words), () => words);
const find = <T>(index: OverlapIndex<T>, words: ReadonlySet<string>) =>
  index.find(words, sampleShingles(words));

describe('OverlapIndex', () => {
  const text = (...words: readonly string[]) => new Set(words);
  const small = fc
    .uniqueArray(fc.constantFrom(...'abcdefgh'), { minLength: 1 })
    .map((words) => text(...words));
  /** An abstract of 120 to 200 words, no two of which have a word in common but by chance. */
  const long = fc.uniqueArray(fc.nat(1_000_000).map(String), { minLength: 120, maxLength: 200 });

  it('finds nothing but what comparing with every text finds, most alike first', () => {
    const sets = fc.array(small, { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(sets, sets, fc.constantFrom(0.3, 0.6, 0.9, 1), (texts, queries, least) => {
        const index = new OverlapIndex<number>(least);
        texts.forEach((words, i) => {
          add(index, i, words);
        });
        for (const query of queries) {
          const found = find(index, query);
          for (const { item, overlap } of found) {
            expect(overlap).toBe(wordOverlap(query, texts[item] ?? text()));
            expect(overlap).toBeGreaterThanOrEqual(least);
          }
          expect(new Set(found.map(({ item }) => item)).size).toBe(found.length);
          const overlaps = found.map(({ overlap }) => overlap);
          expect(overlaps).toEqual([...overlaps].sort((a, b) => b - a));
        }
      }),
      runs(1000),
    );
  });

  it('finds the same text again, however short', () => {
    fc.assert(
      fc.property(small, (words) => {
        const index = new OverlapIndex<string>(1);
        add(index, 'it', words);
        expect(find(index, text(...words))).toEqual([{ item: 'it', overlap: 1 }]);
      }),
    );
  });

  it('finds a text in which up to one word of fifteen was changed, added or left out', () => {
    const edits = fc.array(
      fc.tuple(fc.nat(119), fc.constantFrom('change', 'add', 'leave out'), fc.uuid()),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(long, long, edits, (words, others, list) => {
        const index = new OverlapIndex<string>(0.6);
        add(index, 'another', text(...others));
        add(index, 'it', text(...words));
        const edited = [...words];
        for (const [at, edit, word] of list) {
          edited.splice(at, edit === 'add' ? 0 : 1, ...(edit === 'leave out' ? [] : [word]));
        }
        expect(find(index, text(...edited)).map(({ item }) => item)).toContain('it');
      }),
      runs(300),
    );
  });

  it('does not compare with all of a thousand texts that are the same', () => {
    const words = wordSet(Array.from({ length: 150 }, (_, i) => `w${i}`).join(' '));
    const index = new OverlapIndex<number>(0.6);
    for (let i = 0; i < 1000; i++) add(index, i, words);
    expect(find(index, words).length).toBeGreaterThan(0);
    expect(find(index, words).length).toBeLessThan(100);
  });
});

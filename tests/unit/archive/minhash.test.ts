import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareSignatures, signWords } from '../../../src/archive/minhash.ts';
import { wordOverlap, wordSet } from '../../../src/text/word-overlap.ts';
import { makeAbstract } from './make-capture.ts';

const sketch = (text: string) => signWords(wordSet(text)) ?? '';

describe('a sketch', () => {
  it('is 64 hexadecimal digits for any text with a word, and nothing without one', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const words = wordSet(text);
        if (words.size === 0) expect(signWords(words)).toBeUndefined();
        else expect(signWords(words)).toMatch(/^[0-9a-f]{64}$/);
      }),
    );
  });

  it('is of the words, in whatever order and however often', () => {
    expect(sketch('a b c b')).toBe(sketch('C, b; a.'));
  });

  it.each([0, 10, 30, 50, 80, 100])(
    'tells the share of words to a quarter, %i of 100 being others',
    (n) => {
      // Forty pairs of each kind: one in a thousand would be farther off, and these never change.
      for (let i = 0; i < 40; i++) {
        const [a, b] = [makeAbstract(1000 * i), makeAbstract(1000 * i + n)];
        const share = wordOverlap(wordSet(a), wordSet(b)) ?? 0;
        expect(Math.abs(compareSignatures(sketch(a), sketch(b)) - share)).toBeLessThan(0.25);
      }
    },
  );
});

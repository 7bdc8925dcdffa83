import { describe, expect, it } from 'vitest';
import { wordOverlap, wordSet } from '../../../src/text/word-overlap.ts';

describe('wordSet', () => {
  it('holds each word once, in lower case, without what stands between', () => {
    expect([...wordSet('The k-means, the K-Medoids: über-gut!')]).toEqual([
      ...['the', 'k', 'means', 'medoids', 'über', 'gut'],
    ]);
  });

  it.each([
    ['数学研究', ['数学', '学研', '研究']],
    ['数', ['数']],
    ['我们用GPT-4研究，结果', ['我们', '们用', 'gpt', '4', '研究', '结果']],
    ['モデルの研究', ['モデ', 'デル', 'ルの', 'の研', '研究']],
    ['𠀀𠀁𠀂', ['𠀀𠀁', '𠀁𠀂']],
    ['한국어 논문', ['한국어', '논문']],
  ])('takes two characters in a row for a word where no spaces stand: %s', (text, words) => {
    expect([...wordSet(text)]).toEqual(words);
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

import { describe, expect, test } from 'vitest';
import { findUncertain } from '../../../src/archive/find-uncertain.ts';
import { makeAbstract } from './make-capture.ts';

const paper = (title: string, ...abstracts: string[]) => ({
  identity: title.toLowerCase(),
  wordings: abstracts.map((abstract) => ({ title, abstract })),
});
const light = paper('Light', makeAbstract(0));
/** 85 of 115 words in common with `light`: 0.74. */
const dark = paper('Dark', makeAbstract(15));
/** 50 of 150 words: 0.33. */
const other = paper('Other', makeAbstract(50));
const pair = { titles: ['Light', 'Dark'], overlap: 85 / 115 };

describe('pairs of papers that may be one', () => {
  test('are those whose abstracts share most of their words', () => {
    expect(findUncertain([light, dark, other]).pairs).toEqual([pair]);
    expect(findUncertain([light, other]).pairs).toEqual([]);
    expect(findUncertain([]).pairs).toEqual([]);
  });

  test('are listed once, whichever of their wordings are alike', () => {
    const twice = paper('Dark', makeAbstract(15), makeAbstract(16));
    expect(findUncertain([light, twice]).pairs).toHaveLength(1);
    expect(findUncertain([paper('Light', makeAbstract(0), makeAbstract(5))]).pairs).toEqual([]);
  });

  test('are no papers whose abstracts have no word', () => {
    expect(findUncertain([paper('Light', '…'), paper('Dark', '…')]).pairs).toEqual([]);
  });
});

describe('with what was found before', () => {
  test('nothing is compared where all texts are known', () => {
    const before = findUncertain([light, dark]);
    expect(findUncertain([light, dark], before)).toBe(before);
  });

  test('pairs of a new paper come to those before', () => {
    const before = findUncertain([light, dark]);
    const third = paper('Third', makeAbstract(10));
    const { pairs } = findUncertain([light, dark, third], before);
    expect(pairs).toContainEqual(pair);
    expect(pairs.map(({ titles }) => titles.join())).toEqual(
      findUncertain([light, dark, third]).pairs.map(({ titles }) => titles.join()),
    );
  });

  test('a pair is forgotten with one of its papers, or with the wording that is alike', () => {
    const before = findUncertain([light, dark]);
    expect(findUncertain([light], before).pairs).toEqual([]);
    expect(findUncertain([light, paper('Dark', makeAbstract(80))], before).pairs).toEqual([]);
  });

  test('texts are known by their samples, which are the same as anew', () => {
    const before = findUncertain([light]);
    expect(findUncertain([light, dark], before)).toEqual(findUncertain([light, dark]));
  });
});

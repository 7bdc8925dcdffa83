import { describe, expect, test } from 'vitest';
import { findNearDuplicates } from '../../../src/archive/find-near-duplicates.ts';
import { makeAbstract } from './make-capture.ts';

const paper = (title: string, ...abstracts: string[]) => ({
  identity: title.toLowerCase(),
  revisions: abstracts.map((abstract) => ({ title, abstract })),
});
const light = paper('Light', makeAbstract(0));
/** 85 of 115 words in common with `light`: 0.74. */
const dark = paper('Dark', makeAbstract(15));
/** 50 of 150 words: 0.33. */
const other = paper('Other', makeAbstract(50));
const pair = { titles: ['Light', 'Dark'], overlap: 85 / 115 };

describe('pairs of papers that may be one', () => {
  test('are those whose abstracts share most of their words', () => {
    expect(findNearDuplicates([light, dark, other]).pairs).toEqual([pair]);
    expect(findNearDuplicates([light, other]).pairs).toEqual([]);
    expect(findNearDuplicates([]).pairs).toEqual([]);
  });

  test('are listed once, whichever of their revisions are alike', () => {
    const twice = paper('Dark', makeAbstract(15), makeAbstract(16));
    expect(findNearDuplicates([light, twice]).pairs).toHaveLength(1);
    expect(findNearDuplicates([paper('Light', makeAbstract(0), makeAbstract(5))]).pairs).toEqual(
      [],
    );
  });

  test('are no papers whose abstracts have no word', () => {
    expect(findNearDuplicates([paper('Light', '…'), paper('Dark', '…')]).pairs).toEqual([]);
  });
});

describe('with what was found before', () => {
  test('nothing is compared where all texts are known', () => {
    const before = findNearDuplicates([light, dark]);
    expect(findNearDuplicates([light, dark], before)).toBe(before);
  });

  test('pairs of a new paper come to those before', () => {
    const before = findNearDuplicates([light, dark]);
    const third = paper('Third', makeAbstract(10));
    const { pairs } = findNearDuplicates([light, dark, third], before);
    expect(pairs).toContainEqual(pair);
    expect(pairs.map(({ titles }) => titles.join())).toEqual(
      findNearDuplicates([light, dark, third]).pairs.map(({ titles }) => titles.join()),
    );
  });

  test('a pair is forgotten with one of its papers, or with the revision that is alike', () => {
    const before = findNearDuplicates([light, dark]);
    expect(findNearDuplicates([light], before).pairs).toEqual([]);
    expect(findNearDuplicates([light, paper('Dark', makeAbstract(80))], before).pairs).toEqual([]);
  });

  test('texts are known by their samples, which are the same as anew', () => {
    const before = findNearDuplicates([light]);
    expect(findNearDuplicates([light, dark], before)).toEqual(findNearDuplicates([light, dark]));
  });
});

import { describe, expect, it } from 'vitest';
import type { Paper } from '../../../src/archive/archive.ts';
import type { Correction } from '../../../src/corrections/corrections.ts';
import { findPlaces } from '../../../src/corrections/find-places.ts';
import {
  findRevisions,
  placeCorrections,
  placeInPaper,
} from '../../../src/corrections/place-corrections.ts';

const correct = (captured: string, rest: Partial<Correction> = {}): Correction => ({
  ...{ paper: 'p', captured, latex: null },
  ...rest,
});
const starts = (abstract: string, captured: string): number[] =>
  findPlaces({ title: '', abstract }, correct(captured)).map((place) => place.start);

describe('findPlaces', () => {
  it.each([
    ['like k, top-k (k) k', 'k', [5, 12, 15, 18]],
    ['10k k k_i k^2 x_k \\k k2 k', 'k', [4, 24]],
    ['naïve n ñ n\u0303 n', 'n', [6, 13]],
    ['𝒌k 𝒌', '𝒌', [4]],
    ['a=b=a=b=a', 'a=b', [0, 4]],
    ['in R^{stimes d} or R^{stimes d+1}', 'R^{stimes d}', [3]],
    ['(x) of f(x)', '(x)', [0, 8]],
    ['O(n)^2 and O(n) and x^O(n)', 'O(n)', [11]],
    ['m^2 n^2', '^2', [1, 5]],
    ['\\alpha alpha', 'alpha', [7]],
    ['LLMtimesMapReduce', 'times', [3]],
    ['10k clusters', 'k', [2]],
    ['times of LLMtimesMapReduce', 'times', [0]],
    ['like', 'k', []],
    ['', 'k', []],
  ])('%j holds %j at %j', (text, captured, expected) => {
    expect(starts(text, captured)).toEqual(expected);
  });

  it('counts through title and abstract, or in one of them', () => {
    const revision = { title: 'k and k', abstract: 'for k' };
    expect(findPlaces(revision, correct('k')).map((p) => p.part)).toEqual([
      'title',
      'title',
      'abstract',
    ]);
    expect(findPlaces(revision, correct('k', { in: 'abstract' }))).toEqual([
      { part: 'abstract', start: 4, end: 5 },
    ]);
  });
});

describe('placeCorrections', () => {
  const revision = { title: 'k-means', abstract: 'k=2 and k but k' };
  const place = (...corrections: Correction[]) => {
    const { edits, conflicts } = placeCorrections(revision, corrections);
    return {
      edits: edits.map(
        (e) =>
          `${e.part} ${e.start}-${e.end} #${corrections.indexOf(e.correction)}${e.isExact ? ' exact' : ''}`,
      ),
      conflicts: [...conflicts].map((pair) => pair.map((c) => corrections.indexOf(c))),
    };
  };

  it('takes every occurrence, in order', () => {
    expect(place(correct('k')).edits).toEqual([
      'title 0-1 #0',
      'abstract 0-1 #0',
      'abstract 8-9 #0',
      'abstract 14-15 #0',
    ]);
  });
  it('takes the one that is meant', () => {
    expect(place(correct('k', { occurrence: 3 })).edits).toEqual(['abstract 8-9 #0 exact']);
    expect(place(correct('k', { in: 'abstract', occurrence: 3 })).edits).toEqual([
      'abstract 14-15 #0 exact',
    ]);
    expect(place(correct('k', { occurrence: 5 })).edits).toEqual([]);
  });
  it('lets all give way to one, whichever line is first', () => {
    const expected = ['title 0-1', 'abstract 0-1', 'abstract 8-9', 'abstract 14-15'];
    const one = correct('k', { occurrence: 2, latex: 'k' });
    for (const corrections of [
      [correct('k'), one],
      [one, correct('k')],
    ]) {
      const { edits, conflicts } = place(...corrections);
      expect(edits.map((e) => e.replace(/ #.*/, ''))).toEqual(expected);
      expect(edits[1]).toContain(`#${corrections.indexOf(one)} exact`);
      expect(conflicts).toEqual([]);
    }
  });
  it('lets all give way to a larger span', () => {
    expect(place(correct('k'), correct('k=2'))).toEqual({
      edits: ['title 0-1 #0', 'abstract 0-3 #1 exact', 'abstract 8-9 #0', 'abstract 14-15 #0'],
      conflicts: [],
    });
  });
  it.each<[string, Correction[]]>([
    ['the same twice', [correct('k'), correct('k')]],
    [
      'the same occurrence twice',
      [correct('k', { occurrence: 1 }), correct('k', { in: 'title', occurrence: 1 })],
    ],
    ['one within another', [correct('k=2'), correct('k', { occurrence: 2 })]],
    ['spans that cross', [correct('k=2 and'), correct('and k')]],
  ])('tells of %s', (_, corrections) => {
    expect(place(...corrections).conflicts).toEqual([[1, 0]]);
  });
});

describe('a paper of several revisions', () => {
  const listing = { day: '2025-03-11', capture: 'a.txt', rank: 1 };
  const paper: Paper = {
    ...{ slug: 'p', identity: 'p', entered: 0, formerSlugs: [], metadata: {} },
    revisions: [
      { title: 'T', abstract: 'k and k' },
      { title: 'T', abstract: 'k and k and k' },
      { title: 'T', abstract: 'k only' },
    ],
    listings: [0, 2, 1].map((revision) => ({ ...listing, revision })),
  };
  it.each<[string, Correction, number[]]>([
    ['each that holds it, the last captured first', correct('k'), [1, 2, 0]],
    ['the last captured', correct('k', { occurrence: 2 }), [1]],
    ['the one that has it', correct('only', { occurrence: 1 }), [2]],
    ['none', correct('x'), []],
  ])('a correction is meant for %s', (_, correction, expected) => {
    expect(findRevisions(paper, correction)).toEqual(expected);
  });
  it('is corrected in each', () => {
    const placed = placeInPaper(paper, [correct('k'), correct('k', { occurrence: 2, latex: 'k' })]);
    expect(placed.map(({ edits }) => edits.map((e) => e.correction.latex))).toEqual([
      [null, null],
      [null, 'k', null],
      [null],
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import {
  countValues,
  makeFacets,
  mergeFacets,
  readFacets,
  writeFacets,
} from '../../../src/search/facets.ts';

const papers = [
  { categories: ['cs.CL', 'cs.AI'], published: '2025-03-11' },
  { categories: ['cs.CL'], venue: 'ICLR', published: '2024' },
  {},
  { categories: ['cs.CV'], venue: 'ICLR', published: '2025-01' },
];
const ids = ['a', 'b', 'c', 'd'];

describe('facets', () => {
  it('come back from their text, frequent values and late years first', () => {
    const facets = readFacets(writeFacets(makeFacets(papers)), ids);
    expect([...facets.category]).toEqual([
      ['cs.CL', ['a', 'b']],
      ['cs.AI', ['a']],
      ['cs.CV', ['d']],
    ]);
    expect([...facets.venue]).toEqual([['ICLR', ['b', 'd']]]);
    expect([...facets.year]).toEqual([
      ['2025', ['a', 'd']],
      ['2024', ['b']],
    ]);
  });

  it('count what each option would find among the papers found', () => {
    const facets = readFacets(writeFacets(makeFacets(papers)), ids);
    const counts = countValues(facets, ['a', 'b', 'c'], { category: new Set(['a', 'b']) });
    expect(Object.fromEntries(counts.year)).toEqual({ 2025: 1, 2024: 1 });
    expect(Object.fromEntries(counts.venue)).toEqual({ ICLR: 1 });
    // Its own choice does not limit a facet.
    expect(Object.fromEntries(counts.category)).toEqual({ 'cs.CL': 2, 'cs.AI': 1, 'cs.CV': 0 });
  });

  it('of several segments are joined, in the same order', () => {
    const newer = readFacets(writeFacets(makeFacets(papers.slice(0, 1))), ['a']);
    const older = readFacets(writeFacets(makeFacets(papers.slice(1))), ['b', 'c', 'd']);
    const whole = readFacets(writeFacets(makeFacets(papers)), ids);
    expect(mergeFacets([newer, older])).toEqual(whole);
    expect([...mergeFacets([older, newer]).category.keys()]).toEqual([...whole.category.keys()]);
  });
});

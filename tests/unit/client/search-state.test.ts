import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  readState,
  type SearchState,
  toFilters,
  writeState,
} from '../../../src/client/search-state.ts';

const nothing: SearchState = { query: '', day: '', hasCode: false };

describe('a search’s address', () => {
  it.each<[string, Partial<SearchState>]>([
    ['', {}],
    ['?q=diffusion', { query: 'diffusion' }],
    ['?q=two+words', { query: 'two words' }],
    ['?day=2025-03-11', { day: '2025-03-11' }],
    ['?code=1', { hasCode: true }],
    ['?q=a%26b%3Dc', { query: 'a&b=c' }],
    [
      '?q=diffusion&day=2025-03-11&code=1',
      { query: 'diffusion', day: '2025-03-11', hasCode: true },
    ],
  ])('%s says what is asked for, both ways', (address, asked) => {
    expect(readState(address)).toEqual({ ...nothing, ...asked });
    expect(writeState({ ...nothing, ...asked })).toBe(address);
  });

  it.each([
    ['?utm=x', nothing],
    ['?code=0', nothing],
    ['?code=true', nothing],
    ['?q=', nothing],
    ['?q=%', { ...nothing, query: '%' }],
    ['?q=a&q=b', { ...nothing, query: 'a' }],
  ])('is read leniently: %s', (address, state) => {
    expect(readState(address)).toEqual(state);
  });

  it('brings any state back', () => {
    const text = fc.string({ unit: 'grapheme' });
    fc.assert(
      fc.property(fc.record({ query: text, day: text, hasCode: fc.boolean() }), (state) => {
        expect(readState(writeState(state))).toEqual(state);
      }),
    );
  });
});

describe('toFilters', () => {
  it('asks for nothing where nothing is asked', () => {
    expect(toFilters(nothing)).toEqual({});
  });

  it('asks for code, as Pagefind takes it', () => {
    expect(toFilters({ query: 'x', day: '2025-03-11', hasCode: true })).toEqual({ has: ['code'] });
  });
});

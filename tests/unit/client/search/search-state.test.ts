import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dropFilters,
  hasFilters,
  readState,
  type SearchState,
  writeState,
} from '../../../../src/client/search/search-state.ts';

const nothing: SearchState = {
  query: '',
  author: '',
  category: '',
  venue: '',
  year: '',
  month: '',
  day: '',
  hasCode: false,
  hasMath: false,
  isSaved: false,
  isByDate: false,
};

describe('a search’s address', () => {
  it.each<[string, Partial<SearchState>]>([
    ['', {}],
    ['?q=diffusion', { query: 'diffusion' }],
    ['?q=two+words', { query: 'two words' }],
    ['?day=2025-03-11', { day: '2025-03-11' }],
    ['?author=Ada+Lovelace', { author: 'Ada Lovelace' }],
    ['?category=cs.CL&venue=ICLR&year=2025', { category: 'cs.CL', venue: 'ICLR', year: '2025' }],
    ['?code=1', { hasCode: true }],
    ['?month=2025-03', { month: '2025-03' }],
    ['?math=1', { hasMath: true }],
    ['?saved=1', { isSaved: true }],
    ['?q=x&sort=date', { query: 'x', isByDate: true }],
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
    ['?sort=rank', nothing],
    ['?q=', nothing],
    ['?q=%', { ...nothing, query: '%' }],
    ['?q=a&q=b', { ...nothing, query: 'a' }],
  ])('is read leniently: %s', (address, state) => {
    expect(readState(address)).toEqual(state);
  });

  it('brings any state back', () => {
    const text = fc.string({ unit: 'grapheme' });
    fc.assert(
      fc.property(
        fc.record({
          query: text,
          author: text,
          category: text,
          venue: text,
          year: text,
          month: text,
          day: text,
          hasCode: fc.boolean(),
          hasMath: fc.boolean(),
          isSaved: fc.boolean(),
          isByDate: fc.boolean(),
        }),
        (state) => {
          expect(readState(writeState(state))).toEqual(state);
        },
      ),
    );
  });
});

describe('filters', () => {
  it.each(['?day=2025-03-11', '?month=2025-03', '?code=1', '?math=1', '?saved=1'])(
    'are known and dropped: %s',
    (address) => {
      const state = readState(`${address}&q=x&sort=date`);
      expect(hasFilters(state)).toBe(true);
      expect(dropFilters(state)).toEqual({ ...nothing, query: 'x', isByDate: true });
    },
  );

  it('are none where only words and an order are asked for', () => {
    expect(hasFilters(readState('?q=x&sort=date'))).toBe(false);
  });
});

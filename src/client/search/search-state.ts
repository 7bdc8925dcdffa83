import { type AuthorQuery, divideQuery, readAuthor } from '../../search/author-query.ts';
import { type FacetName, facetNames, mapFacets } from '../../search/facets.ts';

/** What a search asks for. All of it is in the address of the search page, so that it can be shared. */
export interface SearchState extends Record<FacetName, string> {
  /** Words, formulas, and `author:` operators. */
  query: string;
  /** Name of an author, or empty for any author. */
  author: string;
  /** `2025-03`, or empty for any month. */
  month: string;
  /** ISO date, or empty for any day. */
  day: string;
  hasCode: boolean;
  /** Whether title or abstract must contain formulas. */
  hasMath: boolean;
  /** Whether only papers of the reading list are searched. */
  isSaved: boolean;
  /** Newest first instead of best first; without a query, the order is always by date. */
  isByDate: boolean;
}

/** The state of an address: `?q=diffusion&day=2025-03-11&code=1&sort=date`. */
export function readState(search: string): SearchState {
  const parameters = new URLSearchParams(search);
  const text = (name: string): string => parameters.get(name) ?? '';
  return {
    query: text('q'),
    author: text('author'),
    ...mapFacets(text),
    month: text('month'),
    day: text('day'),
    hasCode: text('code') === '1',
    hasMath: text('math') === '1',
    isSaved: text('saved') === '1',
    isByDate: text('sort') === 'date',
  };
}

/** The query string of a state, the inverse of `readState`; empty for the default state. */
export function writeState(state: SearchState): string {
  const { query, author, month, day, hasCode, hasMath, isSaved, isByDate } = state;
  const values = {
    ...{ q: query, author, ...mapFacets((name) => state[name]), month, day },
    ...{ code: hasCode && '1', math: hasMath && '1' },
    ...{ saved: isSaved && '1', sort: isByDate && 'date' },
  };
  const set = Object.entries(values).flatMap(([name, value]) => (value ? [[name, value]] : []));
  return set.length > 0 ? `?${new URLSearchParams(set)}` : '';
}

/** The same search in all papers. */
export function dropFilters(state: SearchState): SearchState {
  return { ...readState(''), query: divideQuery(state.query).words, isByDate: state.isByDate };
}

/** Whether a state is limited to some of the papers, apart from its query. */
export function hasFilters(state: SearchState): boolean {
  const { author, month, day, hasCode, hasMath, isSaved } = state;
  return (
    Boolean(author || month || day || hasCode || hasMath || isSaved) ||
    facetNames.some((name) => state[name]) ||
    divideQuery(state.query).authors.length > 0
  );
}

/** The search that a state describes; `query` has no operators. */
export interface SearchRequest extends SearchState {
  /** The authors that papers must have, of the query and of `author`. */
  authors: AuthorQuery[];
}

/** Returns the search that a state describes. Words of a query are read from it, never from the state. */
export function toRequest(state: SearchState): SearchRequest {
  const { words, authors } = divideQuery(state.query);
  return {
    ...state,
    query: words,
    authors: [...authors, readAuthor(state.author)].filter((author) => author !== undefined),
  };
}

/** A state with other words and the same operators. */
export function replaceWords(state: SearchState, words: string): SearchState {
  const { operators } = divideQuery(state.query);
  return { ...state, query: [words, operators].filter(Boolean).join(' ') };
}

/** What a search asks for. All of it is in the address of the search page, so that it can be shared. */
export interface SearchState {
  query: string;
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
  const { query, month, day, hasCode, hasMath, isSaved, isByDate } = state;
  const values = {
    ...{ q: query, month, day, code: hasCode && '1', math: hasMath && '1' },
    ...{ saved: isSaved && '1', sort: isByDate && 'date' },
  };
  const set = Object.entries(values).flatMap(([name, value]) => (value ? [[name, value]] : []));
  return set.length > 0 ? `?${new URLSearchParams(set)}` : '';
}

/** The same search in all papers. */
export function dropFilters(state: SearchState): SearchState {
  return { ...state, month: '', day: '', hasCode: false, hasMath: false, isSaved: false };
}

/** Whether a state is limited to some of the papers, apart from its query. */
export function hasFilters({ month, day, hasCode, hasMath, isSaved }: SearchState): boolean {
  return Boolean(month || day || hasCode || hasMath || isSaved);
}

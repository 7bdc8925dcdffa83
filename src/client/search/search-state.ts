/** What a search asks for; the whole of it stands in the page's address, so that it can be shared. */
export interface SearchState {
  query: string;
  /** `2025-03`, or empty for any month. */
  month: string;
  /** ISO date, or empty for any day. */
  day: string;
  /** Only papers with code. */
  hasCode: boolean;
  /** Only papers with formulas in title or abstract. */
  hasMath: boolean;
  /** Only papers of the reading list. */
  isSaved: boolean;
  /** Newest first, and not best first; without a query they always are. */
  isByDate: boolean;
}

/** The state that an address asks for: `?q=diffusion&day=2025-03-11&code=1&sort=date`. */
export function readState(search: string): SearchState {
  const parameters = new URLSearchParams(search);
  return {
    query: parameters.get('q') ?? '',
    month: parameters.get('month') ?? '',
    day: parameters.get('day') ?? '',
    hasCode: parameters.get('code') === '1',
    hasMath: parameters.get('math') === '1',
    isSaved: parameters.get('saved') === '1',
    isByDate: parameters.get('sort') === 'date',
  };
}

/** The address of a state; the inverse of `readState`. Empty where nothing is asked for. */
export function writeState(state: SearchState): string {
  const parameters = new URLSearchParams();
  const { query, month, day, hasCode, hasMath, isSaved, isByDate } = state;
  if (query) parameters.set('q', query);
  if (month) parameters.set('month', month);
  if (day) parameters.set('day', day);
  if (hasCode) parameters.set('code', '1');
  if (hasMath) parameters.set('math', '1');
  if (isSaved) parameters.set('saved', '1');
  if (isByDate) parameters.set('sort', 'date');
  const text = parameters.toString();
  return text && `?${text}`;
}

/** The same search in all papers. */
export function dropFilters(state: SearchState): SearchState {
  return { ...state, month: '', day: '', hasCode: false, hasMath: false, isSaved: false };
}

/** Whether a state asks for some of the papers only, whatever its words. */
export function hasFilters({ month, day, hasCode, hasMath, isSaved }: SearchState): boolean {
  return Boolean(month || day || hasCode || hasMath || isSaved);
}

/**
 * The filters of a state, as Pagefind takes them; days, months and mathematics are none of them, see
 * `makeDayKey`.
 */
export function toFilters({ hasCode }: SearchState): Record<string, string[]> {
  return hasCode ? { has: ['code'] } : {};
}

/** What a search asks for; the whole of it stands in the page's address, so that it can be shared. */
export interface SearchState {
  query: string;
  /** ISO date, or empty for any day. */
  day: string;
  /** Only papers with code. */
  hasCode: boolean;
}

/** The state that an address asks for: `?q=diffusion&day=2025-03-11&code=1`. */
export function readState(search: string): SearchState {
  const parameters = new URLSearchParams(search);
  return {
    query: parameters.get('q') ?? '',
    day: parameters.get('day') ?? '',
    hasCode: parameters.get('code') === '1',
  };
}

/** The address of a state; the inverse of `readState`. Empty where nothing is asked for. */
export function writeState({ query, day, hasCode }: SearchState): string {
  const parameters = new URLSearchParams();
  if (query) parameters.set('q', query);
  if (day) parameters.set('day', day);
  if (hasCode) parameters.set('code', '1');
  const text = parameters.toString();
  return text && `?${text}`;
}

/** The filters of a state, as Pagefind takes them; the day is none of them, see `makeDayKey`. */
export function toFilters({ hasCode }: SearchState): Record<string, string[]> {
  return hasCode ? { has: ['code'] } : {};
}

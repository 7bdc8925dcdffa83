import { readQuery } from '../../search/formula-key.ts';
import { matchTitles } from '../../search/match-titles.ts';
import type { TitleRecord } from '../../search/title-records.ts';
import type { SearchState } from './search-state.ts';

/**
 * The papers whose titles answer a state, best first, as far as the index of titles knows; Pagefind
 * knows the others. None where the order is by date, or where formulas or quoted phrases are asked for.
 * @param fetchTitles gives the papers that may have a query's words in their titles
 * @param saved what Pagefind calls the papers of the reading list, where only they are asked for
 */
export async function findTitles(
  state: SearchState,
  fetchTitles: (query: string) => Promise<TitleRecord[]>,
  saved?: ReadonlySet<string>,
): Promise<TitleRecord[]> {
  const { query, month, day, hasCode, hasMath, isByDate } = state;
  const isOfWords = readQuery(query).every(({ typed, spelled }) => typed === spelled);
  if (isByDate || !isOfWords || query.includes('"')) return [];
  return matchTitles(await fetchTitles(query), query).filter(
    (paper) =>
      (!hasCode || paper.hasCode) &&
      (!hasMath || paper.hasMath) &&
      (!day || paper.days.includes(day)) &&
      (!month || paper.days.some((date) => date.startsWith(`${month}-`))) &&
      (!saved || saved.has(paper.id)),
  );
}

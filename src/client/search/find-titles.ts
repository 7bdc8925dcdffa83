import { readQuery } from '../../search/formula-key.ts';
import { matchTitles } from '../../search/match-titles.ts';
import type { TitleRecord } from '../../search/title-records.ts';
import type { SearchRequest } from './search-state.ts';

/**
 * The papers whose titles match a request, best first, as far as the index of titles has them. None if the order is by
 * date, or if the query has formulas or quoted phrases.
 * @param fetchTitles returns the papers that may have words of a query in their titles
 * @param isLetThrough whether filters of Dayleaf's own index let a paper through
 */
export async function findTitles(
  request: SearchRequest,
  fetchTitles: (query: string) => Promise<TitleRecord[]>,
  isLetThrough: (paper: TitleRecord) => boolean = () => true,
): Promise<TitleRecord[]> {
  const { query, month, day, hasCode, hasMath, isByDate } = request;
  const isOfWords = readQuery(query).every(({ typed, spelled }) => typed === spelled);
  if (isByDate || !isOfWords || query.includes('"')) return [];
  return matchTitles(await fetchTitles(query), query).filter(
    (paper) =>
      (!hasCode || paper.hasCode) &&
      (!hasMath || paper.hasMath) &&
      (!day || paper.days.includes(day)) &&
      (!month || paper.days.some((date) => date.startsWith(`${month}-`))) &&
      isLetThrough(paper),
  );
}

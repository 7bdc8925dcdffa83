import {
  makeDayKey,
  makeMonthKey,
  mathKey,
  type QueryWord,
  readQuery,
  toIndexQuery,
} from '../../search/formula-key.ts';
import { fold as foldAccents } from '../../text/fold-words.ts';
import { fetchPaperRanks } from './own-index.ts';
import type { Pagefind, PagefindResponse, PagefindResult } from './pagefind.ts';
import { type SearchState, toFilters } from './search-state.ts';

/**
 * The papers that a state asks for, best or else newest first; null where a later search took over.
 * @param pauseMs how long a later search is waited for
 * @param saved what Pagefind calls the papers of the reading list, where only they are asked for
 * @param fetchRanks gives the places of papers in time, where that is their order
 */
export async function findPapers(
  engine: Pagefind,
  state: SearchState,
  pauseMs: number,
  saved?: ReadonlySet<string>,
  fetchRanks: typeof fetchPaperRanks = fetchPaperRanks,
): Promise<PagefindResponse['results'] | null> {
  const query = toIndexQuery(state.query);
  const isByDate = state.isByDate || !query;
  const [response, ...chosen] = await Promise.all([
    engine.debouncedSearch(
      query || null,
      { filters: toFilters(state), ...(isByDate ? { sort: { day: 'desc' } } : {}) },
      pauseMs,
    ),
    // Asked for by themselves, these keys neither weigh in the order nor break a quoted phrase.
    state.day ? findIds(engine, `"${makeDayKey(state.day)}"`) : undefined,
    state.month ? findIds(engine, makeMonthKey(state.month)) : undefined,
    state.hasMath ? findIds(engine, `"${mathKey}"`) : undefined,
  ]);
  if (response === null) return null;
  const sets = [...chosen, saved].filter((ids) => ids !== undefined);
  const results = response.results.filter(({ id }) => sets.every((ids) => ids.has(id)));
  const ranks = isByDate ? await fetchRanks() : undefined;
  return ranks ? sortByDate(results, ranks) : results;
}

/** Newest first: each segment of the index gives its own papers so, one behind the other. */
function sortByDate(
  results: PagefindResponse['results'],
  ranks: ReadonlyMap<string, number>,
): PagefindResponse['results'] {
  const rankOf = ({ id }: { id: string }): number => ranks.get(id) ?? Number.POSITIVE_INFINITY;
  return [...results].sort((a, b) => rankOf(a) - rankOf(b) || 0);
}

async function findIds(engine: Pagefind, key: string): Promise<ReadonlySet<string>> {
  return new Set((await engine.search(key)).results.map(({ id }) => id));
}

/**
 * The words of a query that no paper has. Where an index has no word that begins as is asked, Pagefind
 * answers with the longest word that the asked one begins with: `asdfgh` finds every `as`.
 * @param page some of the papers found; all were found by the same words
 * @returns the words as they were typed
 */
export async function findUnknownWords(
  engine: Pick<Pagefind, 'search'>,
  query: string,
  page: Pick<PagefindResult, 'content' | 'locations'>[],
): Promise<string[]> {
  const found = page.flatMap(({ content, locations }) => {
    const words = content.split(/\s+/);
    return locations.map((location) => fold(words[location] ?? ''));
  });
  const words = readQuery(query);
  const isMissing = await Promise.all(words.map((word) => isUnknown(engine, word, found)));
  return [...new Set(words.filter((_, i) => isMissing[i]).map(({ typed }) => typed))];
}

async function isUnknown(
  engine: Pick<Pagefind, 'search'>,
  { spelled }: QueryWord,
  found: string[],
): Promise<boolean> {
  const parts = spelled.split(' ').map(fold).filter(Boolean);
  const missing = parts.filter((part) => !found.some((word) => word.includes(part)));
  // Words are found by their stems: `studies` where a paper has `study`.
  const exact = await Promise.all(missing.map((part) => engine.search(`"${part}"`)));
  return exact.some(({ results }) => results.length === 0);
}

/** A word as Pagefind compares it: letters and digits, without accents, small. */
function fold(word: string): string {
  return foldAccents(word).replace(/[^\p{L}\p{N}]/gu, '');
}

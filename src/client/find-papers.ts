import { makeDayKey, type QueryWord, readQuery, toIndexQuery } from '../search/formula-key.ts';
import type { Pagefind, PagefindResponse, PagefindResult } from './pagefind.ts';
import { type SearchState, toFilters } from './search-state.ts';

const typingPauseMs = 120;

/** The papers that a state asks for, best or else newest first; null where a later search took over. */
export async function findPapers(
  engine: Pagefind,
  state: SearchState,
): Promise<PagefindResponse['results'] | null> {
  const query = toIndexQuery(state.query);
  const response = await engine.debouncedSearch(
    query || null,
    { filters: toFilters(state), ...(query ? {} : { sort: { day: 'desc' } }) },
    typingPauseMs,
  );
  if (response === null || !state.day) return response?.results ?? null;
  // Asked for by itself, the key of the day neither weighs in the order nor breaks a quoted phrase.
  const ofDay = await engine.search(`"${makeDayKey(state.day)}"`);
  const ids = new Set(ofDay.results.map(({ id }) => id));
  return response.results.filter(({ id }) => ids.has(id));
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
  page: PagefindResult[],
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
  return word
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}

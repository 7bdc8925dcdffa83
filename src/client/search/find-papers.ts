import {
  makeDayKey,
  makeMonthKey,
  mathKey,
  type QueryWord,
  readQuery,
  toIndexQuery,
} from '../../search/formula-key.ts';
import { compare } from '../../text/compare.ts';
import { foldWords } from '../../text/fold-words.ts';
import { fetchPaperDays } from './own-index.ts';
import type { Pagefind, PagefindMatch, PagefindResult } from './pagefind.ts';
import type { SearchRequest } from './search-state.ts';

/**
 * The papers that match a request, best or newest first; null if a later search took over.
 * @param pauseMs how long to wait for a later search
 * @param sets of Pagefind's ids, each of which must contain the paper
 */
export async function findPapers(
  engine: Pagefind,
  request: SearchRequest,
  pauseMs: number,
  sets: readonly ReadonlySet<string>[] = [],
  fetchDays: typeof fetchPaperDays = fetchPaperDays,
): Promise<PagefindMatch[] | null> {
  const { month, day, hasCode, hasMath } = request;
  const query = toIndexQuery(request.query);
  const isByDate = request.isByDate || !query;
  const [response, ...chosen] = await Promise.all([
    engine.debouncedSearch(
      query || null,
      {
        filters: hasCode ? { has: ['code'] } : {},
        ...(isByDate ? { sort: { day: 'desc' } } : {}),
      },
      pauseMs,
    ),
    // In searches of their own, these keys neither affect the ranking nor split a quoted phrase.
    day ? findIds(engine, `"${makeDayKey(day)}"`) : undefined,
    month ? findIds(engine, makeMonthKey(month)) : undefined,
    hasMath ? findIds(engine, `"${mathKey}"`) : undefined,
  ]);
  if (response === null) return null;
  const all = [...chosen.filter((ids) => ids !== undefined), ...sets];
  const results = response.results.filter(({ id }) => all.every((ids) => ids.has(id)));
  const days = isByDate ? await fetchDays() : undefined;
  if (!days) return results;
  // Pagefind sorts each segment by itself.
  return results.sort((a, b) => compare(days.get(b.id) ?? '', days.get(a.id) ?? ''));
}

async function findIds(engine: Pagefind, key: string): Promise<ReadonlySet<string>> {
  return new Set((await engine.search(key)).results.map(({ id }) => id));
}

/**
 * The words of a query that no paper has, as they were typed. If no indexed word begins with a word of the query,
 * Pagefind uses the longest word that is a prefix of it: `asdfgh` finds every `as`.
 * @param page some of the papers found; all were found by the same words
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
  // Words are found by their stems: `studies` finds `study`.
  const exact = await Promise.all(missing.map((part) => engine.search(`"${part}"`)));
  return exact.some(({ results }) => results.length === 0);
}

/** A word as Pagefind compares it: lower-case letters and digits without accents. */
const fold = (word: string): string => foldWords(word).join('');

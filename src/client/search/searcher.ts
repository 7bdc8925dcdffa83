import { pagefindUrl } from '../../urls.ts';
import { readBuild } from '../offline/read-build.ts';
import { findPapers, findUnknownWords } from './find-papers.ts';
import { findTitles } from './find-titles.ts';
import { fetchPaperIds, fetchTitles, fetchVocabulary } from './own-index.ts';
import { loadPagefind, type Pagefind, type PagefindResult } from './pagefind.ts';
import { respell } from './respell.ts';
import { readSavedSlugs } from './saved-slugs.ts';
import { type FoundPaper, fromPagefind, fromTitle } from './search-result.ts';
import type { SearchState } from './search-state.ts';

/** How many papers are shown at first, and with each step on. */
export const pageSize = 10;

/** What a search has found. */
export interface Answer {
  /** How many papers. */
  count: number;
  /** The first of them, best or else newest first. */
  page: FoundPaper[];
  /** Words of the query that no paper has. */
  unknown: string[];
  /** The query spelled better, where it found little: it comes later than the rest. */
  respelled: Promise<string | undefined>;
  /** More of them. */
  fetchMore(from: number): Promise<FoundPaper[]>;
}

/** Asks the index of titles and Pagefind, and makes one answer of two. */
export interface Searcher {
  /** Whether Pagefind is loaded, so that an answer is a moment away. */
  readonly isReady: boolean;
  /**
   * @param options how long a later search is waited for, in ms, and how many papers are wanted at first
   * @param onTitles gets the papers that are known by their titles, which the answer will begin with
   * @returns null where a later search took over
   * @throws {Error} where there is no index
   */
  search(
    state: SearchState,
    options: { pauseMs: number; shown: number },
    onTitles: (papers: FoundPaper[]) => void,
  ): Promise<Answer | null>;
}

/** A paper that was found, whatever by. */
interface Found {
  id: string;
  paper?: FoundPaper;
  fetch?: () => Promise<PagefindResult>;
}

/** Makes a searcher; Pagefind is loaded with the first search. */
export function makeSearcher(): Searcher {
  let loading: Promise<Pagefind> | undefined;
  let isReady = false;

  async function load(): Promise<Pagefind> {
    loading ??= loadPagefind(pagefindUrl(), readBuild);
    try {
      const engine = await loading;
      isReady = true;
      return engine;
    } catch (error) {
      loading = undefined;
      throw error;
    }
  }

  return {
    get isReady() {
      return isReady;
    },
    async search(state, { pauseMs, shown }, onTitles) {
      // All are on their way at once; only the reading list is waited for, where it is asked for.
      const loaded = load();
      loaded.catch(() => undefined);
      const saved = state.isSaved ? await fetchPaperIds(readSavedSlugs()) : undefined;
      const titles = findTitles(state, fetchTitles, saved)
        .then((records) => records.slice(0, pageSize).map(fromTitle))
        // Pagefind finds them too.
        .catch((): FoundPaper[] => []);
      titles.then(onTitles);
      const engine = await loaded;
      const results = await findPapers(engine, state, pauseMs, saved);
      if (results === null) return null;
      const found = merge(await titles, results);
      const fetchPage = (from: number, count: number) =>
        Promise.all(found.slice(from, from + count).map(read));
      const page = await fetchPage(0, shown);
      const unknown = await findUnknownWords(
        engine,
        state.query,
        page.flatMap(({ result }) => result ?? []),
      );
      return {
        count: found.length,
        page: page.map(({ paper }) => paper),
        unknown,
        respelled: respell(state.query, unknown, found.length, fetchVocabulary).catch(
          () => undefined,
        ),
        fetchMore: async (from) => (await fetchPage(from, pageSize)).map(({ paper }) => paper),
      };
    },
  };
}

/** The papers known by their titles first, and then those that Pagefind has besides. */
function merge(
  titles: readonly FoundPaper[],
  results: readonly { id: string; data: () => Promise<PagefindResult> }[],
): Found[] {
  const fetchers = new Map(results.map(({ id, data }) => [id, data]));
  const first = titles.map((paper) => ({ id: paper.id, paper, fetch: fetchers.get(paper.id) }));
  const known = new Set(titles.map(({ id }) => id));
  const others = results.filter(({ id }) => !known.has(id));
  return [...first, ...others.map(({ id, data }) => ({ id, fetch: data }))];
}

async function read({ id, paper, fetch }: Found): Promise<{
  paper: FoundPaper;
  result?: PagefindResult;
}> {
  const result = await fetch?.();
  if (result) return { paper: fromPagefind(id, result), result };
  if (paper) return { paper };
  throw new Error(`${id} is in no index`);
}

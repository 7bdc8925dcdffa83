import { pagefindUrl } from '../../urls.ts';
import { readBuild } from '../offline/read-build.ts';
import { findPapers, findUnknownWords } from './find-papers.ts';
import { findTitles } from './find-titles.ts';
import { fetchPaperIds, fetchTitles, fetchVocabulary } from './own-index.ts';
import {
  loadPagefind,
  type Pagefind,
  type PagefindMatch,
  type PagefindResult,
} from './pagefind.ts';
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
  page: FoundPage;
  /** Words of the query that no paper has. */
  unknown: string[];
  /** The query spelled better, where it found little: it comes later than the rest. */
  respelled: Promise<string | undefined>;
  /** Fetches more papers. @param from number of papers requested so far */
  fetchMore(from: number): Promise<FoundPage>;
}

/** Some of the papers found. */
export interface FoundPage {
  papers: FoundPaper[];
  /** Number of papers requested. */
  asked: number;
  /** Number of requested papers that could not be loaded and are left out. */
  missing: number;
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
  /** The match object itself: Pagefind releases the data of a match when the object is garbage-collected. */
  match?: PagefindMatch;
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
      /** Pagefind caches failed requests, so missing papers are requested from a new instance. */
      const askAgain = async (missing: readonly Found[]): Promise<void> => {
        loading = undefined;
        const matches = (await findPapers(await load(), state, 0, saved)) ?? [];
        const byId = new Map(matches.map((match) => [match.id, match]));
        for (const item of missing) item.match = byId.get(item.id);
      };
      const fetchPage = async (from: number, count: number) => {
        const some = found.slice(from, from + count);
        const papers = await Promise.all(some.map(read));
        const missing = some.filter((_, i) => papers[i] === undefined);
        if (missing.length === 0) return { some, read: papers };
        await askAgain(missing).catch(() => undefined);
        return { some, read: await Promise.all(some.map((item, i) => papers[i] ?? read(item))) };
      };
      const first = await fetchPage(0, shown);
      const unknown = await findUnknownWords(
        engine,
        state.query,
        first.read.flatMap((paper) => paper?.result ?? []),
      );
      return {
        count: found.length,
        page: toPage(first),
        unknown,
        respelled: respell(state.query, unknown, found.length, fetchVocabulary).catch(
          () => undefined,
        ),
        fetchMore: async (from) => toPage(await fetchPage(from, pageSize)),
      };
    },
  };
}

/** The papers known by their titles first, and then those that Pagefind has besides. */
function merge(titles: readonly FoundPaper[], matches: readonly PagefindMatch[]): Found[] {
  const byId = new Map(matches.map((match) => [match.id, match]));
  const first = titles.map((paper) => ({ id: paper.id, paper, match: byId.get(paper.id) }));
  const known = new Set(titles.map(({ id }) => id));
  const others = matches.filter(({ id }) => !known.has(id));
  return [...first, ...others.map((match) => ({ id: match.id, match }))];
}

interface ReadPaper {
  paper: FoundPaper;
  result?: PagefindResult;
}

const toPage = ({
  some,
  read,
}: {
  some: readonly Found[];
  read: readonly (ReadPaper | undefined)[];
}): FoundPage => {
  const papers = read.flatMap((found) => found?.paper ?? []);
  return { papers, asked: some.length, missing: some.length - papers.length };
};

/** Reads a paper; undefined if Pagefind has no content for it and its title is not known either. */
async function read({ id, paper, match }: Found): Promise<ReadPaper | undefined> {
  const result = await match?.data().catch(() => undefined);
  if (result) return { paper: fromPagefind(id, result), result };
  return paper && { paper };
}

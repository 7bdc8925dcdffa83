import { countValues, type FacetCounts, mapFacets } from '../../search/facets.ts';
import { pagefindUrl } from '../../urls.ts';
import { readBuild } from '../offline/read-build.ts';
import { fetchFilters, isLetThrough } from './fetch-filters.ts';
import { findPapers, findUnknownWords } from './find-papers.ts';
import { findTitles } from './find-titles.ts';
import { fetchFacets, fetchTitles, fetchVocabulary } from './own-index.ts';
import {
  loadPagefind,
  type Pagefind,
  type PagefindMatch,
  type PagefindResult,
} from './pagefind.ts';
import { respell } from './respell.ts';
import { type FoundPaper, fromPagefind, fromTitle } from './search-result.ts';
import type { SearchRequest } from './search-state.ts';

/** Number of papers that are shown at first and added by each click of the button. */
export const pageSize = 10;

/** The answer to a search. */
export interface Answer {
  /** Number of papers found. */
  count: number;
  /** The first of them, best or newest first. */
  page: FoundPage;
  /** Words of the query that no paper has. */
  unknown: string[];
  /** Names that were asked for and by which no paper has an author. */
  unknownAuthors: string[];
  /** Counts the papers that each option of a facet would find. @throws {Error} if there is no index */
  countOptions(): Promise<FacetCounts>;
  /** The query with a better spelling, if few papers were found; it is known later than the rest. */
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

/** A paper found by its title, by Pagefind, or by both. */
interface Found {
  id: string;
  paper?: FoundPaper;
  /** The match object itself: Pagefind releases the data of a match when the object is garbage-collected. */
  match?: PagefindMatch;
}

interface ReadPaper {
  paper: FoundPaper;
  result?: PagefindResult;
}

/** Makes a searcher that combines the index of titles with Pagefind, which is loaded by the first search. */
export function makeSearcher() {
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

  /**
   * @param options how long to wait for a later search, in ms, and the number of papers of the first page
   * @param onTitles called with the papers that are known by their titles; the answer begins with them
   * @returns null if a later search took over
   * @throws {Error} if there is no index
   */
  async function search(
    request: SearchRequest,
    { pauseMs, shown }: { pauseMs: number; shown: number },
    onTitles: (papers: FoundPaper[]) => void,
  ): Promise<Answer | null> {
    // Everything is fetched at once, except that filters come before titles.
    const loaded = load();
    loaded.catch(() => undefined);
    const filters = await fetchFilters(request);
    const titles = findTitles(request, fetchTitles, isLetThrough(filters))
      .then((records) => records.slice(0, pageSize).map(fromTitle))
      // Pagefind finds them, too.
      .catch((): FoundPaper[] => []);
    titles.then(onTitles);
    const engine = await loaded;
    const matches = await findPapers(engine, request, pauseMs, filters.sets);
    if (matches === null) return null;
    const found = merge(await titles, matches.filter(isLetThrough(filters)));
    /** Pagefind caches failed requests, so missing papers are requested from a new instance. */
    const askAgain = async (missing: readonly Found[]): Promise<void> => {
      loading = undefined;
      const again = (await findPapers(await load(), request, 0, filters.sets)) ?? [];
      const byId = new Map(again.map((match) => [match.id, match]));
      for (const item of missing) item.match = byId.get(item.id);
    };
    const fetchPapers = async (from: number, count: number): Promise<(ReadPaper | undefined)[]> => {
      const some = found.slice(from, from + count);
      const papers = await Promise.all(some.map(read));
      const missing = some.filter((_, i) => papers[i] === undefined);
      if (missing.length === 0) return papers;
      await askAgain(missing).catch(() => undefined);
      return await Promise.all(some.map((item, i) => papers[i] ?? read(item)));
    };
    const first = await fetchPapers(0, shown);
    const contents = first.flatMap((paper) => paper?.result ?? []);
    const page = toPage(first);
    const unknown = await findUnknownWords(engine, request.query, contents);
    const authors = page.papers.flatMap((paper) => paper.authors ?? []);
    return {
      ...{ count: found.length, page, unknown, unknownAuthors: filters.unknownAuthors },
      countOptions: async () => {
        const ids = matches.map(({ id }) => id);
        return countValues(await fetchFacets(), ids, filters.facets);
      },
      respelled: respell(request.query, unknown, found.length, authors, fetchVocabulary).catch(
        () => undefined,
      ),
      fetchMore: async (from) => toPage(await fetchPapers(from, pageSize)),
    };
  }

  return {
    search,
    /** Whether Pagefind is loaded. */
    get isReady(): boolean {
      return isReady;
    },
  };
}

/** The number of papers with each value of the facets. @throws {Error} if there is no index */
export async function countAll(): Promise<FacetCounts> {
  const facets = await fetchFacets();
  return mapFacets(
    (name) => new Map([...facets[name]].map(([value, papers]) => [value, papers.length])),
  );
}

/** The papers known by their titles, followed by the other matches of Pagefind. */
function merge(titles: readonly FoundPaper[], matches: readonly PagefindMatch[]): Found[] {
  const byId = new Map(matches.map((match) => [match.id, match]));
  const first = titles.map((paper) => ({ id: paper.id, paper, match: byId.get(paper.id) }));
  const known = new Set(titles.map(({ id }) => id));
  const others = matches.filter(({ id }) => !known.has(id));
  return [...first, ...others.map((match) => ({ id: match.id, match }))];
}

function toPage(read: readonly (ReadPaper | undefined)[]): FoundPage {
  const papers = read.flatMap((found) => found?.paper ?? []);
  return { papers, asked: read.length, missing: read.length - papers.length };
}

/** Reads a paper; undefined if Pagefind has no content for it and its title is not known either. */
async function read({ id, paper, match }: Found): Promise<ReadPaper | undefined> {
  const result = await match?.data().catch(() => undefined);
  if (result) return { paper: fromPagefind(id, result), result };
  return paper && { paper };
}

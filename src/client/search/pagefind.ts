import { segmentPath } from '../../search/index-segments.ts';
import { loadEngine } from './load-engine.ts';
import { fetchSummary } from './own-index.ts';

/** The part of Pagefind's browser API that Dayleaf uses. @see https://pagefind.app/docs/api/ */
export interface Pagefind {
  init(): Promise<void>;
  search(query: string): Promise<PagefindResponse>;
  /** @returns null if another search was started within the delay */
  debouncedSearch(
    query: string | null,
    options: { filters?: Record<string, string[]>; sort?: Record<string, 'asc' | 'desc'> },
    delayMs: number,
  ): Promise<PagefindResponse | null>;
}

/** All matches of a query. */
export interface PagefindResponse {
  results: PagefindMatch[];
}

/** A match whose content has not been fetched yet. */
export interface PagefindMatch {
  id: string;
  /** Resolves to null if the match object was garbage-collected before or its fragment could not be loaded. */
  data(): Promise<PagefindResult | null | undefined>;
}

/** The content of a match. */
export interface PagefindResult {
  url: string;
  /** The indexed text: see `readIndexedText`. */
  content: string;
  /** Indices of the matching words, as separated by white space. */
  locations: number[];
  filters: Record<string, string[]>;
  meta: { title: string };
}

/** Pagefind's script. */
export interface PagefindModule {
  createInstance(options: PagefindOptions): Pagefind & {
    mergeIndex(bundleUrl: string, options: PagefindOptions): Promise<void>;
  };
}

/** Options of an index. */
export interface PagefindOptions {
  ranking: { metaWeights: Record<string, number> };
  metaCacheTag?: string;
  /** Address of the index; otherwise it is beside Pagefind's script. */
  basePath?: string;
  /** Whether to search in the page instead of a worker. */
  noWorker?: boolean;
}

/**
 * Loads Pagefind and the index.
 * @param readBuild returns the build that the page belongs to, if a service worker knows it
 * @throws {Error} if there is no index, as in dev
 */
export async function loadPagefind(
  bundleUrl: string,
  readBuild: () => Promise<string | undefined>,
): Promise<Pagefind> {
  const [{ createInstance }, build, { segments }] = await Promise.all([
    loadEngine(bundleUrl),
    readBuild(),
    fetchSummary(),
  ]);
  const options: PagefindOptions = {
    // Matches in titles rank above all matches in abstracts.
    ranking: { metaWeights: { title: 50 } },
    // The service worker answers requests with this tag from the index of the build.
    ...(build && { metaCacheTag: build }),
  };
  const pagefind = createInstance(options);
  await Promise.all(
    segments.map((name) => pagefind.mergeIndex(bundleUrl + segmentPath(name), options)),
  );
  await pagefind.init();
  return pagefind;
}

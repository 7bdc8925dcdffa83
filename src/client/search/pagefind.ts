import { segmentPath } from '../../search/index-segments.ts';
import { fetchSegments } from './own-index.ts';

/** What Dayleaf uses of Pagefind's browser API. @see https://pagefind.app/docs/api/ */
export interface Pagefind {
  init(): Promise<void>;
  search(query: string): Promise<PagefindResponse>;
  /** @returns null where another was begun within the delay */
  debouncedSearch(
    query: string | null,
    options: { filters?: Record<string, string[]>; sort?: Record<string, 'asc' | 'desc'> },
    delayMs: number,
  ): Promise<PagefindResponse | null>;
}

/** The answer to a query: every match, its content still to be fetched. */
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
  /** All text that is indexed of it: see `readIndexedText`. */
  content: string;
  /** Which of its words, separated by spaces, match. */
  locations: number[];
  filters: Record<string, string[]>;
  meta: { title: string };
}

/** Pagefind's module, as far as it is used. */
interface PagefindModule {
  createInstance(options: PagefindOptions): Pagefind & {
    mergeIndex(bundleUrl: string, options: PagefindOptions): Promise<void>;
  };
}

interface PagefindOptions {
  ranking: { metaWeights: Record<string, number> };
  metaCacheTag?: string;
}

/**
 * Loads Pagefind from where the build put it.
 * @param readBuild gives the build that the page belongs to, where a service worker knows it: it is that
 * build's index that is asked then
 * @throws {Error} where there is no index, as in dev
 */
export async function loadPagefind(
  bundleUrl: string,
  readBuild: () => Promise<string | undefined>,
): Promise<Pagefind> {
  // Pagefind asks for its worker only once it runs itself. Both are on their way at once so; where this
  // one is lost, it asks again.
  fetch(`${bundleUrl}pagefind-worker.js`).catch(() => undefined);
  const [{ createInstance }, build, segments]: [PagefindModule, string | undefined, string[]] =
    await Promise.all([
      import(/* @vite-ignore */ `${bundleUrl}pagefind.js`),
      readBuild(),
      fetchSegments(),
    ]);
  const options: PagefindOptions = {
    // What stands in a title comes before whatever only abstracts have.
    ranking: { metaWeights: { title: 50 } },
    ...(build && { metaCacheTag: build }),
  };
  const pagefind = createInstance(options);
  await Promise.all(
    segments.map((name) => pagefind.mergeIndex(bundleUrl + segmentPath(name), options)),
  );
  await pagefind.init();
  return pagefind;
}

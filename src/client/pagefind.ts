/** What Dayleaf uses of Pagefind's browser API. @see https://pagefind.app/docs/api/ */
export interface Pagefind {
  options(options: {
    bundlePath?: string;
    baseUrl?: string;
    excerptLength?: number;
  }): Promise<void>;
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
  results: { id: string; data: () => Promise<PagefindResult> }[];
}

/** A match. */
export interface PagefindResult {
  url: string;
  /** HTML, the matches in `<mark>`; everything else is escaped by Pagefind. */
  excerpt: string;
  /** All text that is indexed of it. */
  content: string;
  /** Which of its words, separated by spaces, match. */
  locations: number[];
  meta: { title: string; day?: string };
}

/** Loads Pagefind from where the build put it. @throws {Error} where there is no index, as in dev */
export async function loadPagefind(bundleUrl: string): Promise<Pagefind> {
  const pagefind: Pagefind = await import(/* @vite-ignore */ `${bundleUrl}pagefind.js`);
  await pagefind.options({ excerptLength: 36 });
  await pagefind.init();
  return pagefind;
}

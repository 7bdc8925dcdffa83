/**
 * What the search says of an answer.
 * @param count how many papers were found
 * @param unknown words of the query that no paper has, and in whose stead shorter ones were found
 * @param isFiltered whether only some papers were looked at
 */
export function describeAnswer(count: number, unknown: string[], isFiltered = false): string {
  if (count === 0) {
    const where = isFiltered ? 'No paper within these filters has' : 'No paper has';
    return `${where} all of these words.`;
  }
  if (unknown.length === 0) return countPapers(count);
  const words = unknown.map((word) => `“${word}”`).join(' or ');
  return `No paper has ${words}; ${countPapers(count)} with words that begin alike:`;
}

/** What it says while titles are there and abstracts are still looked through. */
export function describeTitles(count: number): string {
  return `${count === 1 ? '1 title' : `${count} titles`} so far; loading the index…`;
}

/** Message about papers that were found but could not be loaded. */
export function describeMissing(count: number): string {
  return `${countPapers(count)} could not be loaded.`;
}

/** What it says of a failure to load the index. */
export function describeFailure(error: unknown): string {
  const reason = error instanceof Error ? error.message : error;
  if (import.meta.env.DEV)
    return `The search index could not be loaded (${reason}). It is made by a build; the dev server has none.`;
  return 'The search index could not be loaded. Without a network search works once everything is kept for offline: see the about page.';
}

function countPapers(count: number): string {
  return count === 1 ? '1 paper' : `${count} papers`;
}

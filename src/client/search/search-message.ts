/**
 * The message above the results.
 * @param count number of papers found
 * @param unknown words of the query that no paper has; shorter words were found instead
 * @param isFiltered whether only some papers were searched
 */
export function describeAnswer(count: number, unknown: string[], isFiltered = false): string {
  if (count === 0) {
    const where = isFiltered ? 'No paper within these filters has' : 'No paper has';
    return `${where} all of these words.`;
  }
  if (unknown.length === 0) return countPapers(count);
  const words = unknown.map((word) => `“${word}”`).join(' or ');
  return `No paper has ${words}; ${countPapers(count)} with similar beginnings:`;
}

/** Message while titles are shown and abstracts are still being searched. */
export function describeTitles(count: number): string {
  return `${count === 1 ? '1 title' : `${count} titles`} so far; loading the index…`;
}

/** Message about papers that were found but could not be loaded. */
export function describeMissing(count: number): string {
  return `${countPapers(count)} could not be loaded.`;
}

/** Message if the index cannot be loaded. */
export function describeFailure(error: unknown): string {
  const reason = error instanceof Error ? error.message : error;
  if (import.meta.env.DEV)
    return `The search index could not be loaded (${reason}). Builds write it; the dev server has none.`;
  return 'The search index could not be loaded. To search offline, make everything available offline first, on the about page.';
}

function countPapers(count: number): string {
  return count === 1 ? '1 paper' : `${count} papers`;
}

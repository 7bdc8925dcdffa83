/**
 * What the search page says of an answer.
 * @param count how many papers were found
 * @param unknown words of the query that no paper has, and in whose stead shorter ones were found
 */
export function describeAnswer(count: number, unknown: string[]): string {
  if (count === 0)
    return 'No paper has all of these words. Try fewer, or only the beginning of one.';
  const papers = count === 1 ? '1 paper' : `${count} papers`;
  if (unknown.length === 0) return papers;
  const words = unknown.map((word) => `“${word}”`).join(' or ');
  return `No paper has ${words}; ${papers} with words that begin alike:`;
}

/** What it says of a failure to load the index. */
export function describeFailure(error: unknown): string {
  const reason = error instanceof Error ? error.message : error;
  return `The search index could not be loaded (${reason}). It is made by a build; the dev server has none.`;
}

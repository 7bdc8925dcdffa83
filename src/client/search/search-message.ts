import type { Answer } from './searcher.ts';

/**
 * The message above the results.
 * @param answer how many papers were found; words of the query that no paper has, in place of which shorter words were
 * found; and names by which no paper has an author
 * @param asked whether only some papers were searched, and whether words were searched for
 */
export function describeAnswer(
  { count, unknown, unknownAuthors }: Pick<Answer, 'count' | 'unknown' | 'unknownAuthors'>,
  { isFiltered, hasWords }: { isFiltered: boolean; hasWords: boolean },
): string {
  if (unknownAuthors.length > 0) return `No paper has an author ${quoteAll(unknownAuthors)}.`;
  if (count === 0) {
    const where = isFiltered ? 'No paper within these filters' : 'No paper';
    return hasWords
      ? `${where} has all of these words.`
      : `There is no paper within these filters.`;
  }
  if (unknown.length === 0) return countPapers(count);
  return `No paper has ${quoteAll(unknown)}; ${countPapers(count)} with similar beginnings:`;
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

/** A number of papers in words: `1 paper`. */
export function countPapers(count: number): string {
  return count === 1 ? '1 paper' : `${count} papers`;
}

const quoteAll = (words: readonly string[]): string =>
  words.map((word) => `“${word}”`).join(' or ');

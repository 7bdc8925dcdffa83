/**
 * Returns how many titles of each day a page lists, so that it lists at most `most` of all days, and at least one of
 * each. Short days are listed whole, and leave more room for the others.
 * @param counts number of papers of each day
 */
export function shareTitles(counts: readonly number[], most: number): number {
  let left = most;
  const ascending = [...counts].sort((a, b) => a - b);
  for (const [i, count] of ascending.entries()) {
    const share = Math.floor(left / (ascending.length - i));
    if (count > share) return Math.max(1, share);
    left -= count;
  }
  return ascending.at(-1) ?? 0;
}

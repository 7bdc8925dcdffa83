/** Share of words from which two papers may be one: they stay two and are listed. */
export const likeAbstract = 0.6;
/** Two papers that may be one: kept as two, and said. */
export interface UncertainPair {
  titles: [string, string];
  /** Share of words their abstracts have in common. */
  overlap: number;
}

/**
 * Pairs of papers whose abstracts are much alike, each pair once.
 * @param some the entries of which one at least is in each pair
 * @param paperOf for each entry, the number of its paper
 * @param findLike the entries whose abstracts share `likeAbstract` or more with that of an entry
 */
export function findUncertain(
  entries: readonly { title: string; abstract: string }[],
  some: readonly number[],
  paperOf: readonly number[],
  findLike: (entry: number) => readonly { item: number; overlap: number }[],
): UncertainPair[] {
  const pairs = new Map<string, UncertainPair>();
  for (const entry of some) {
    for (const { item, overlap } of findLike(entry)) {
      const [a, b] = [item, entry].sort((x, y) => paperOf[x] - paperOf[y] || x - y);
      if (paperOf[a] === paperOf[b]) continue;
      const titles: UncertainPair['titles'] = [entries[a].title, entries[b].title];
      pairs.set(`${paperOf[a]} ${paperOf[b]}`, { titles, overlap });
    }
  }
  return [...pairs.values()];
}

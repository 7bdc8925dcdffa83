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
 * @param paperOf for each entry, the number of its paper
 * @param findLike the entries whose abstracts share `likeAbstract` or more with that of an entry
 */
export function findUncertain(
  entries: readonly { title: string; abstract: string }[],
  paperOf: readonly number[],
  findLike: (entry: number) => readonly { item: number; overlap: number }[],
): UncertainPair[] {
  const pairs = new Map<string, UncertainPair>();
  entries.forEach((entry, i) => {
    for (const { item: other, overlap } of findLike(i)) {
      const [a, b] = [paperOf[other], paperOf[i]];
      if (a >= b) continue;
      pairs.set(`${a} ${b}`, { titles: [entries[other].title, entry.title], overlap });
    }
  });
  return [...pairs.values()];
}

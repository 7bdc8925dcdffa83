/** A paper and a record with their similarity, 0 to 1. */
interface Pair {
  paper: object;
  record: object;
  overlap: number;
}

/**
 * The pairs that are clearly the nearest of both their paper and their record, and the others, but those that are
 * clearly less near than a pair that counts.
 * @param margin by how much a pair must be nearer than the next
 */
export function findBest<P extends Pair>(
  pairs: readonly P[],
  margin: number,
): { best: P[]; unclear: P[] } {
  const rivalsOf = new Map<object, P[]>();
  for (const side of ['paper', 'record'] as const)
    for (const [key, list] of Map.groupBy(pairs, (pair) => pair[side])) rivalsOf.set(key, list);
  const rivals = ({ paper, record }: P): P[] => [
    ...(rivalsOf.get(paper) ?? []),
    ...(rivalsOf.get(record) ?? []),
  ];
  const isBest = (pair: P): boolean =>
    rivals(pair).every((other) => other === pair || pair.overlap - other.overlap >= margin);
  const best = pairs.filter(isBest);
  const taken = new Set(best);
  return { best, unclear: pairs.filter((pair) => !rivals(pair).some((other) => taken.has(other))) };
}

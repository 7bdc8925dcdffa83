/** How full a day is among the days of its archive, from 1 for the emptiest fifth to 5. */
export type Tint = 1 | 2 | 3 | 4 | 5;

/**
 * Distributes days over five tints by rank, so that one day of two hundred papers does not make all others
 * look alike. Days of the same size have the same tint.
 * @param sizes the number of papers of each day of the archive
 * @returns the tint of a size
 */
export function makeTints(sizes: readonly number[]): (size: number) => Tint {
  const sorted = [...sizes].sort((a, b) => a - b);
  const tints = new Map<number, Tint>();
  sorted.forEach((size, rank) => {
    if (!tints.has(size)) tints.set(size, (1 + Math.floor((5 * rank) / sorted.length)) as Tint);
  });
  return (size) => tints.get(size) ?? 1;
}

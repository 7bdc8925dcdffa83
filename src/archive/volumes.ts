/** How many places of the ledger a volume has. */
export const volumeSize = 1024;

/** The volume of a paper, from 1. @param entered its place in the ledger, from 0 */
export const volumeOf = (entered: number): number => Math.floor(entered / volumeSize) + 1;

/** The papers of `volumeSize` places in the ledger. */
export interface Volume<Paper> {
  /** From 1. */
  number: number;
  /** Those that some capture has, in the order of the ledger. */
  papers: Paper[];
  /** Whether all of its places are taken, so that papers that are added later are in later volumes. */
  isClosed: boolean;
}

/**
 * The volumes that have papers, oldest first. The ledger only appends papers, so adding some changes no closed volume;
 * removing all papers of a volume leaves it out.
 * @param papers in any order, each with its place in the ledger, from 0
 * @param ledgerSize number of papers in the ledger, including removed ones
 */
export function listVolumes<Paper extends { entered: number }>(
  papers: Iterable<Paper>,
  ledgerSize: number,
): Volume<Paper>[] {
  const inOrder = [...papers].sort((a, b) => a.entered - b.entered);
  return Array.from(
    Map.groupBy(inOrder, ({ entered }) => volumeOf(entered)),
    ([number, own]) => ({ number, papers: own, isClosed: number * volumeSize <= ledgerSize }),
  );
}

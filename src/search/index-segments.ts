/**
 * Segments of the search index. Papers are assigned by their places in the ledger: the open volume is the newest
 * segment, and closed volumes are joined as in a binary counter. So a new day changes the newest segment only, and a
 * volume that closes is joined with others at most twice.
 * @see O'Neil et al.: The log-structured merge-tree (1996)
 */

/** Pagefind has all papers of a segment in memory: half a gigabyte for four volumes. */
const mostVolumes = 4;

/**
 * The first places of the segments, oldest first; there is always one.
 * @param places number of places in the ledger
 * @param volumeSize number of places in a volume
 * @example startsOfSegments(9576, 1024) // [0, 4096, 8192, 9216]
 */
export function startsOfSegments(places: number, volumeSize: number): number[] {
  const closed = Math.max(0, Math.ceil(places / volumeSize) - 1);
  const starts: number[] = [];
  let start = 0;
  for (let size = mostVolumes; size >= 1; size /= 2)
    for (; start + size <= closed; start += size) starts.push(start * volumeSize);
  return [...starts, start * volumeSize];
}

/** Path, relative to a folder of the index, of a segment other than the newest. */
export const segmentPath = (name: string): string => `segments/${name}/`;

/** The file of an `IndexSummary`. */
export const segmentsFile = 'segments.json';

/** What a page has to know of the index before it searches. */
export interface IndexSummary {
  /** Changes with the papers that are indexed; the search page has the version that it was built with. */
  version: string;
  /** Names of the segments besides the newest, the newer ones first. */
  segments: string[];
}

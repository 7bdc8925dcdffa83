/**
 * The search index is divided into segments by the places of papers in the ledger, so that a new day changes
 * the newest only. An archive of `placesPerSegment` papers or fewer has one.
 */

/** Pagefind holds all papers of a segment in memory: half a gigabyte of so many. */
const placesPerSegment = 4096;

/**
 * The first places of the segments, oldest first; there is always one.
 * @param places how many places of the ledger are taken
 * @example startsOfSegments(9576) // [0, 4096, 8192]
 */
export function startsOfSegments(places: number): number[] {
  const count = Math.max(1, Math.ceil(places / placesPerSegment));
  return Array.from({ length: count }, (_, i) => i * placesPerSegment);
}

/** The folder, below that of the index, of the segments that are not the newest. */
export const segmentsFolder = 'segments';
/** Path, below that of the index, of a segment that is not the newest. */
export const segmentPath = (name: string): string => `${segmentsFolder}/${name}/`;

/** The file that names the segments besides the newest: a JSON array, the newer ones first. */
export const segmentsFile = 'segments.json';

/**
 * Segments of the search index: papers are assigned by their places in the ledger, so that a new day
 * changes the newest segment only. Up to `placesPerSegment` papers there is one.
 */

/** Pagefind has all papers of a segment in memory: half a gigabyte for so many. */
const placesPerSegment = 4096;

/**
 * The first places of the segments, oldest first; there is always one.
 * @param places number of places in the ledger
 * @example startsOfSegments(9576) // [0, 4096, 8192]
 */
export function startsOfSegments(places: number): number[] {
  const count = Math.max(1, Math.ceil(places / placesPerSegment));
  return Array.from({ length: count }, (_, i) => i * placesPerSegment);
}

/** The folder, relative to that of the index, of the segments except the newest. */
export const segmentsFolder = 'segments';
/** Path, relative to the folder of the index, of a segment other than the newest. */
export const segmentPath = (name: string): string => `${segmentsFolder}/${name}/`;

/** The file of an `IndexSummary`. */
export const segmentsFile = 'segments.json';

/** What a page has to know of the index before it searches. */
export interface IndexSummary {
  /** Changes with the papers that are indexed; the search page has the version that it was built with. */
  version: string;
  /** Names of the segments besides the newest, the newer ones first. */
  segments: string[];
}

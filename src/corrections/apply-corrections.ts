import type { Revision } from '../archive/archive.ts';
import {
  type LocatedSegment,
  locateSegments,
  type Range,
  replaceRanges,
} from '../restore/replace-ranges.ts';
import { keepRoundTripping, roundTrips } from '../restore/round-trip.ts';
import { isFormula, type Segment } from '../restore/segments.ts';
import type { Edit } from './place-corrections.ts';

/**
 * Restores a revision and applies the maintainer's corrections to it.
 * @param restore finds the formulas of a captured title or abstract; its results are round-trip checked here
 * @returns segments of title and abstract, each formula round-trip checked
 */
export function restoreCorrected(
  revision: Revision,
  restore: (captured: string, part: 'title' | 'abstract') => Segment[],
  edits: readonly Edit[] = [],
): { title: Segment[]; abstract: Segment[] } {
  const correct = (part: 'title' | 'abstract'): Segment[] => {
    const captured = revision[part];
    const restored = keepRoundTripping(captured, restore(captured, part));
    const own = edits.filter((edit) => edit.part === part);
    return own.length === 0 ? restored : applyEdits(captured, restored, own);
  };
  return { title: correct('title'), abstract: correct('abstract') };
}

/**
 * Applies corrections to the segments of a captured text. A restored formula that overlaps one becomes text again.
 * @param restored round-trip checked segments
 * @param edits in order, without overlaps
 * @returns round-trip checked segments: the restored ones if the corrected ones do not come out of the channel
 *   together
 */
export function applyEdits(
  captured: string,
  restored: readonly Segment[],
  edits: readonly Edit[],
): Segment[] {
  const located = locateSegments(restored);
  const meant = edits.filter((edit) => edit.isExact || !located.some((l) => isLarger(l, edit)));
  const corrected = replaceRanges(
    restored,
    meant.map(({ start, end, correction: { latex } }) => ({
      ...{ start, end },
      segments: [correctSpan(captured.slice(start, end), latex)],
    })),
  );
  return roundTrips(captured, corrected) ? corrected : [...restored];
}

const correctSpan = (captured: string, latex: string | null): Segment =>
  latex === null ? { text: captured } : { captured, latex, probability: 1, corrected: true };

/** Whether a segment is a formula of which a place is a part only. */
function isLarger({ segment, start, end }: LocatedSegment, place: Range): boolean {
  const isWithin = start <= place.start && end >= place.end;
  return isFormula(segment) && isWithin && end - start > place.end - place.start;
}

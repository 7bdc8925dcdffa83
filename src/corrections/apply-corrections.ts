import type { Revision } from '../archive/archive.ts';
import { keepRoundTripping, roundTrips } from '../restore/round-trip.ts';
import { isFormula, type Segment } from '../restore/segments.ts';
import type { Edit } from './place-corrections.ts';

/** A segment with its offsets in the captured text. */
interface Located {
  segment: Segment;
  start: number;
  end: number;
}

/**
 * Restores a revision and applies the maintainer's corrections to it.
 * @param restore finds the formulas of a captured text; its results are round-trip checked here
 * @returns segments of title and abstract, each formula round-trip checked
 */
export function restoreCorrected(
  revision: Revision,
  restore: (captured: string) => Segment[],
  edits: readonly Edit[] = [],
): { title: Segment[]; abstract: Segment[] } {
  const correct = (part: 'title' | 'abstract'): Segment[] => {
    const captured = revision[part];
    const restored = keepRoundTripping(captured, restore(captured));
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
  const located = locate(restored);
  const meant = edits.filter((edit) => edit.isExact || !located.some((l) => isLarger(l, edit)));
  const base = located.map((l): Located => {
    const isCorrected = meant.some((edit) => edit.start < l.end && l.start < edit.end);
    if (!isFormula(l.segment) || !isCorrected) return l;
    return { ...l, segment: { text: l.segment.captured } };
  });
  const corrected: Segment[] = [];
  let at = 0;
  for (const { start, end, correction } of meant) {
    append(corrected, cut(base, at, start));
    const span = captured.slice(start, end);
    append(corrected, [
      correction.latex === null
        ? { text: span }
        : { captured: span, latex: correction.latex, probability: 1, corrected: true },
    ]);
    at = end;
  }
  append(corrected, cut(base, at, captured.length));
  return roundTrips(captured, corrected) ? corrected : [...restored];
}

function locate(segments: readonly Segment[]): Located[] {
  let at = 0;
  return segments.map((segment) => {
    const start = at;
    at += (isFormula(segment) ? segment.captured : segment.text).length;
    return { segment, start, end: at };
  });
}

/** Whether a segment is a formula of which a place is a part only. */
function isLarger(
  { segment, start, end }: Located,
  place: { start: number; end: number },
): boolean {
  const isWithin = start <= place.start && end >= place.end;
  return isFormula(segment) && isWithin && end - start > place.end - place.start;
}

/** The segments of a stretch; it cuts through text only. */
function cut(located: readonly Located[], from: number, to: number): Segment[] {
  return located
    .filter(({ start, end }) => start < to && end > from)
    .map(({ segment, start }) =>
      isFormula(segment)
        ? segment
        : { ...segment, text: segment.text.slice(Math.max(0, from - start), to - start) },
    );
}

/** Appends segments, joining text with text. */
function append(list: Segment[], segments: readonly Segment[]): void {
  for (const segment of segments) {
    const last = list.at(-1);
    const isJoined = last && !isFormula(last) && !isFormula(segment);
    if (isJoined && last.unproven === segment.unproven) last.text += segment.text;
    else if (isFormula(segment) || segment.text !== '') list.push({ ...segment });
  }
}

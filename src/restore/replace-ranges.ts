import { isFormula, type Segment } from './segments.ts';

/** Offsets in a text, `end` exclusive. */
export interface Range {
  start: number;
  end: number;
}

/** A segment with its offsets in the captured text. */
export interface LocatedSegment extends Range {
  segment: Segment;
}

/** Segments with their offsets in the captured text. */
export function locateSegments(segments: readonly Segment[]): LocatedSegment[] {
  let at = 0;
  return segments.map((segment) => {
    const start = at;
    at += (isFormula(segment) ? segment.captured : segment.text).length;
    return { segment, start, end: at };
  });
}

/**
 * Replaces ranges of a captured text. Formulas that overlap one become text, as far as they are outside of it.
 * @param ranges in order, without overlaps, each with the segments of its text
 */
export function replaceRanges(
  segments: readonly Segment[],
  ranges: readonly (Range & { segments: readonly Segment[] })[],
): Segment[] {
  let next = 0;
  const base = locateSegments(segments).map((located): LocatedSegment => {
    while (next < ranges.length && ranges[next].end <= located.start) next++;
    const isReplaced = ranges[next]?.start < located.end;
    if (!isFormula(located.segment) || !isReplaced) return located;
    return { ...located, segment: { text: located.segment.captured } };
  });
  const replaced: Segment[] = [];
  let at = 0;
  let first = 0;
  const keepUntil = (end: number): void => {
    while (first < base.length && base[first].end <= at) first++;
    for (let i = first; i < base.length && base[i].start < end; i++)
      append(replaced, cut(base[i], at, end));
  };
  for (const { start, end, segments: own } of ranges) {
    keepUntil(start);
    for (const segment of own) append(replaced, segment);
    at = end;
  }
  keepUntil(Number.POSITIVE_INFINITY);
  return replaced;
}

/** The part of a segment in a range, which cuts through text only. */
function cut({ segment, start }: LocatedSegment, from: number, to: number): Segment {
  if (isFormula(segment)) return segment;
  return { ...segment, text: segment.text.slice(Math.max(0, from - start), to - start) };
}

/** Appends a segment, joining text with text. */
function append(list: Segment[], segment: Segment): void {
  const last = list.at(-1);
  const isJoined = last && !isFormula(last) && !isFormula(segment);
  if (isJoined && last.unproven === segment.unproven) last.text += segment.text;
  else if (isFormula(segment) || segment.text !== '') list.push({ ...segment });
}

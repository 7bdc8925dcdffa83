import { type AlignedText, alignRaw } from './align-raw.ts';
import { type Range, replaceRanges } from './replace-ranges.ts';
import { formulaRoundTrips, keepRoundTripping, roundTrips } from './round-trip.ts';
import type { Segment } from './segments.ts';

/**
 * Restores a captured text whose authors' own text is known: its sentences get the authors' formulas and no others, and
 * what the authors' text does not give is restored.
 * @param raw the authors' LaTeX
 * @param restore finds the formulas of a captured text; it is not called if everything is known
 * @param isSettable whether a formula can be typeset; one that cannot is left to `restore`
 * @returns round-trip checked segments
 */
export function restoreKnown(
  captured: string,
  raw: string,
  restore: (captured: string) => Segment[],
  isSettable: (latex: string) => boolean,
): Segment[] {
  const isTaken = ({ start, end, latex }: AlignedText['formulas'][number]): boolean =>
    formulaRoundTrips(captured.slice(start, end), latex) && isSettable(latex);
  const { known, formulas } = alignRaw(captured, raw);
  const { taken = [], left = [] } = Object.groupBy(formulas, (f) =>
    isTaken(f) ? 'taken' : 'left',
  );
  const decided = subtract(known, left);
  const asText: Segment[] = [{ text: captured }];
  const isAllKnown = decided.length === 1 && decided[0].end - decided[0].start === captured.length;
  const restored = isAllKnown ? asText : keepRoundTripping(captured, restore(captured));
  const segments = replaceRanges(
    replaceRanges(
      restored,
      decided.map(({ start, end }) => ({
        start,
        end,
        segments: [{ text: captured.slice(start, end) }],
      })),
    ),
    taken.map(({ start, end, latex }) => ({
      ...{ start, end },
      segments: [{ captured: captured.slice(start, end), latex, original: true }],
    })),
  );
  if (roundTrips(captured, segments)) return segments;
  return isAllKnown ? keepRoundTripping(captured, restore(captured)) : restored;
}

/** Ranges without the parts that `holes` take from them; both are in order, and each hole lies in one range. */
function subtract(ranges: readonly Range[], holes: readonly Range[]): Range[] {
  let next = 0;
  return ranges.flatMap(({ start, end }) => {
    const parts: Range[] = [];
    let at = start;
    for (; next < holes.length && holes[next].end <= end; next++) {
      parts.push({ start: at, end: holes[next].start });
      at = holes[next].end;
    }
    return [...parts, { start: at, end }].filter((part) => part.start < part.end);
  });
}

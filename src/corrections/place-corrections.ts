import type { Paper, Revision } from '../archive/archive.ts';
import type { Correction } from './corrections.ts';
import { findPlaces, type Place, parts } from './find-places.ts';

/** A correction at one of its places. */
export interface Edit<C extends Correction = Correction> extends Place {
  correction: C;
  /**
   * Whether only this place is meant: it is then corrected even within a larger restored formula. Of a span with
   * several places, those within a larger formula are left alone.
   */
  isExact: boolean;
}

/** The edits of one revision, in order and without overlaps, and for each correction that conflicts with another, that other. */
export interface PlacedCorrections<C extends Correction = Correction> {
  edits: Edit<C>[];
  conflicts: Map<C, C>;
}

/**
 * Places the corrections of one revision. A correction of every occurrence of a span gives way to one of a larger
 * span and to one of a single occurrence; otherwise the later of two overlapping ones is left out and reported as a
 * conflict.
 */
export function placeCorrections<C extends Correction>(
  revision: Revision,
  corrections: readonly C[],
): PlacedCorrections<C> {
  const edits = corrections.flatMap((correction): Edit<C>[] => {
    const places = findPlaces(revision, correction);
    const { occurrence } = correction;
    const meant = occurrence === undefined ? places : places.slice(occurrence - 1, occurrence);
    const isExact = meant.length === 1 && (occurrence !== undefined || places.length === 1);
    return meant.map((place) => ({ ...place, correction, isExact }));
  });
  edits.sort(compareEdits);
  const dropped = new Set<Edit<C>>();
  const conflicts = new Map<C, C>();
  edits.forEach((a, i) => {
    for (let j = i + 1; j < edits.length && overlaps(a, edits[j]); j++) {
      const b = edits[j];
      if (dropped.has(a)) return;
      if (dropped.has(b)) continue;
      const yielding = findYielding(a, b);
      const isBLater = corrections.indexOf(b.correction) > corrections.indexOf(a.correction);
      const [later, earlier] = isBLater ? [b, a] : [a, b];
      dropped.add(yielding ?? later);
      if (!yielding) conflicts.set(later.correction, earlier.correction);
    }
  });
  return { edits: edits.filter((edit) => !dropped.has(edit)), conflicts };
}

/** The part of a paper in which corrections are placed. */
type CapturedTexts = Pick<Paper, 'revisions' | 'listings'>;

/**
 * The revisions of a paper to which a correction applies: each that has the span. A single occurrence applies to one
 * revision only: the one captured last of those that have it.
 * @returns indices of `paper.revisions`, the one captured last first
 */
export function findRevisions(paper: CapturedTexts, correction: Correction): number[] {
  const { occurrence = 1 } = correction;
  const current = paper.listings[paper.listings.length - 1].revision;
  const newestFirst = paper.revisions.map((_, i) => i).reverse();
  const holding = [current, ...newestFirst.filter((i) => i !== current)].filter(
    (i) => findPlaces(paper.revisions[i], correction).length >= occurrence,
  );
  return correction.occurrence === undefined ? holding : holding.slice(0, 1);
}

/** Places the corrections of a paper in each of its revisions. */
export function placeInPaper<C extends Correction>(
  paper: CapturedTexts,
  corrections: readonly C[],
): PlacedCorrections<C>[] {
  const revisionsOf = corrections.map((correction) => findRevisions(paper, correction));
  return paper.revisions.map((revision, i) =>
    placeCorrections(
      revision,
      corrections.filter((_, c) => revisionsOf[c].includes(i)),
    ),
  );
}

/** Of two edits that overlap, the one that gives way; undefined where neither does. */
function findYielding<C extends Correction>(a: Edit<C>, b: Edit<C>): Edit<C> | undefined {
  if (a.start === b.start && a.end === b.end) {
    const isSaid = [a, b].map((edit) => edit.correction.occurrence !== undefined);
    return isSaid[0] === isSaid[1] ? undefined : isSaid[0] ? b : a;
  }
  if (contains(a, b)) return b.isExact ? undefined : b;
  return contains(b, a) && !a.isExact ? a : undefined;
}

const overlaps = (a: Place, b: Place): boolean => a.part === b.part && b.start < a.end;
const contains = (a: Place, b: Place): boolean => a.start <= b.start && a.end >= b.end;

/** By place, the longer first, and of equals the one that says which occurrence it means. */
function compareEdits(a: Edit, b: Edit): number {
  return (
    parts.indexOf(a.part) - parts.indexOf(b.part) ||
    a.start - b.start ||
    b.end - a.end ||
    Number(b.correction.occurrence !== undefined) - Number(a.correction.occurrence !== undefined)
  );
}

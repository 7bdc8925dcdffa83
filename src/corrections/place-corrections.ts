import type { Paper, Revision } from '../archive/archive.ts';
import type { Correction } from './corrections.ts';
import { findPlaces, type Place, parts } from './find-places.ts';

/** A correction at one of its places. */
export interface Edit<C extends Correction = Correction> extends Place {
  correction: C;
  /**
   * Whether this place and no other is meant: it counts whatever the restorer made of what is around
   * it. Of a span that stands in several places, those within a larger formula are left alone.
   */
  isExact: boolean;
}

/** The edits of one revision, in order and apart from each other, and for each correction that another stands in the way of, that other. */
export interface PlacedCorrections<C extends Correction = Correction> {
  edits: Edit<C>[];
  conflicts: Map<C, C>;
}

/**
 * The edits that corrections of one revision come to. A correction of every place of a span gives way
 * to one of a larger span, and to one that says which occurrence it means; else the later of two that
 * overlap is left out, and told.
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

/** What of a paper corrections are placed in. */
type CapturedTexts = Pick<Paper, 'revisions' | 'listings'>;

/**
 * The revisions of a paper that a correction is meant for: each that holds the span. Which occurrence is
 * meant can only be said of one revision: the one captured last of those that have it.
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

/** What the corrections of a paper come to in each of its revisions. */
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

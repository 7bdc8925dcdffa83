import { alignRaw } from '../../src/restore/align-raw.ts';
import { locateSegments, type Range } from '../../src/restore/replace-ranges.ts';
import { isFormula, type Segment } from '../../src/restore/segments.ts';
import { isTypography } from '../train/make-example.ts';
import { normaliseCore, placeKey } from '../train/score.ts';

/**
 * How a formula of the authors was restored: `identical`; `equal` up to synonyms and spaces; with `other` LaTeX in the
 * same place; with other `edges`, as one that overlaps it; or `missed`. `false` is one
 * where the authors have none.
 */
export type Outcome = 'identical' | 'equal' | 'other' | 'edges' | 'missed' | 'false';

/** A formula of the authors beside the restored one. */
export interface ComparedFormula {
  outcome: Outcome;
  captured: string;
  /** LaTeX; absent if there is no formula. */
  authors?: string;
  restored?: string;
}

/** A formula and its place. */
type Placed = Range & { latex: string };

/**
 * Compares what the restorer finds in a captured text with the formulas of its authors, in the sentences for which these
 * are known. Formulas that are only typography, such as `40\%`, are left out, as in the training of the restorer.
 * @param raw the authors' LaTeX
 */
export function compareFormulas(
  captured: string,
  raw: string,
  restored: readonly Segment[],
): ComparedFormula[] {
  const { known, formulas } = alignRaw(captured, raw);
  const key = (place: Range): string => placeKey(captured, place);
  const read = ({ start, end }: Range): string => captured.slice(start, end);
  const found = locateSegments(restored).flatMap(({ segment, start, end }): Placed[] => {
    const isKnown = known.some((range) => range.start <= start && end <= range.end);
    const isCompared = isFormula(segment) && isKnown && key({ start, end }) !== '';
    return isCompared ? [{ start, end, latex: segment.latex }] : [];
  });
  const own = formulas.filter((formula) => key(formula) !== '' && !isTypography(formula.latex));
  const isFalse = (formula: Placed): boolean =>
    !formulas.some((other) => isOverlapping(formula, other) || key(formula) === key(other));
  return [
    ...own.map((formula): ComparedFormula => {
      const there = found.find((other) => key(other) === key(formula));
      const near = there ?? found.find((other) => isOverlapping(other, formula));
      return {
        outcome: there ? judge(formula.latex, there.latex) : near ? 'edges' : 'missed',
        captured: read(formula),
        authors: formula.latex,
        ...(near && { restored: near.latex }),
      };
    }),
    ...found.filter(isFalse).map(
      (formula): ComparedFormula => ({
        ...{ outcome: 'false', captured: read(formula), restored: formula.latex },
      }),
    ),
  ];
}

function judge(authors: string, restored: string): Outcome {
  if (restored === authors) return 'identical';
  return normaliseCore(restored) === normaliseCore(authors) ? 'equal' : 'other';
}

const isOverlapping = (a: Range, b: Range): boolean => a.start < b.end && b.start < a.end;

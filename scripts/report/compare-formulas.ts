import { alignRaw } from '../../src/restore/align-raw.ts';
import type { Range } from '../../src/restore/replace-ranges.ts';
import { locateSegments } from '../../src/restore/replace-ranges.ts';
import { isFormula, type Segment } from '../../src/restore/segments.ts';
import { isTypography } from '../train/make-example.ts';
import { normaliseCore, placeKey } from '../train/score.ts';

/** How a formula of the authors, or one where the authors have none, was restored. */
export type Outcome = 'identical' | 'equal' | 'other' | 'missed' | 'false';

/** A formula of the authors beside the restored one. */
export interface ComparedFormula {
  /**
   * `identical`; `equal` up to synonyms and spaces; `other` LaTeX in the same place; `missed`: not found, or with other
   * edges; `false`: restored where the authors have none, or with other edges.
   */
  outcome: Outcome;
  captured: string;
  /** LaTeX; absent if there is no formula. */
  authors?: string;
  restored?: string;
}

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
  const own = formulas.filter((formula) => key(formula) !== '' && !isTypography(formula.latex));
  const typography = new Set(formulas.filter(({ latex }) => isTypography(latex)).map(key));
  const found = locateSegments(restored).flatMap(({ segment, start, end }) => {
    const isKnown = known.some((range) => range.start <= start && end <= range.end);
    const isCompared = isFormula(segment) && isKnown && key({ start, end }) !== '';
    return isCompared && !typography.has(key({ start, end }))
      ? [{ start, end, latex: segment.latex }]
      : [];
  });
  const byPlace = new Map(found.map((formula) => [key(formula), formula.latex]));
  const asked = new Set(own.map(key));
  return [
    ...own.map((formula): ComparedFormula => {
      const { start, end, latex } = formula;
      const there = byPlace.get(key(formula));
      return {
        outcome: judge(latex, there),
        captured: captured.slice(start, end),
        authors: latex,
        ...(there !== undefined && { restored: there }),
      };
    }),
    ...found
      .filter((formula) => !asked.has(key(formula)))
      .map(
        ({ start, end, latex }): ComparedFormula => ({
          ...{ outcome: 'false', captured: captured.slice(start, end), restored: latex },
        }),
      ),
  ];
}

function judge(authors: string, restored: string | undefined): Outcome {
  if (restored === undefined) return 'missed';
  if (restored === authors) return 'identical';
  return normaliseCore(restored) === normaliseCore(authors) ? 'equal' : 'other';
}

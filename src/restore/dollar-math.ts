/** An escaped character, a display, or a formula. */
const mathOrEscape = /\\.|\$\$(?:\\.|[^\\$])*\$\$|\$((?:\\.|[^\\$])+)\$/gs;
/** Commands with their arguments, which may be prose: `\text{if and only if}`. */
const textGroup = /\\[a-zA-Z]+\{[^{}]*\}/g;
/** Words in a row, as between two amounts of money. */
const prose = /(?<![\\\p{L}])\p{Ll}{3,} \p{Ll}{3,}(?!\p{L})/u;

/**
 * Finds what the authors of a LaTeX text wrote between single dollars, as TeX reads it: `\$` is a sign, `$$…$$` a
 * display. What reads as prose is left out: the authors forgot a dollar or a backslash.
 * @returns the offsets at which the formulas begin, behind their dollars
 */
export function findDollarMath(source: string): Set<number> {
  const matches = [...source.matchAll(mathOrEscape)];
  return new Set(
    matches.flatMap(({ 1: inner, index }) =>
      inner === undefined || prose.test(inner.replace(textGroup, ' ')) ? [] : [index + 1],
    ),
  );
}

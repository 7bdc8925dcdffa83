/** Mathematics that a source left as LaTeX, with its delimiters. */
export interface WrittenMath {
  /** Offsets in the text, `end` exclusive. */
  start: number;
  end: number;
  /** Without the delimiters. */
  latex: string;
}

/** `$…$` or `$$…$$` on one line, neither escaped nor with a space inside the dollars nor a digit behind them, or `\(…\)`. */
const delimited =
  /(?<!\\)(\$\$?)(?![\s$])([^$\n]{1,300}?)(?<![\s\\])\1(?!\d)|\\\(([^$\n]{1,500}?)\\\)/g;
/** What prose and amounts of money do not have. */
const notation = /[\\^_\p{Script=Greek}]/u;
/** A formula without any notation: a letter, `O(n)`, `n = 3`. */
const plainFormula =
  /^(?:\p{L}|\p{L}\([\p{L}\d, ]{1,12}\)|[\p{L}\d(][\p{L}\d\s(),.|+*/-]{0,12}[=<>][^$]{1,20})$/u;
/** Words in a row, as between two amounts of money. */
const prose = /(?<![\\\p{L}{])\p{Ll}{3,} \p{Ll}{3,}(?![\p{L}}])/u;

/**
 * Finds mathematics that a source left in `$…$` or `\(…\)`. Amounts of money are not: `$60`, `1$`, `$200k`. Of 23 real
 * titles with a dollar sign, 16 have such mathematics.
 */
export function findWrittenMath(text: string): WrittenMath[] {
  if (!text.includes('$') && !text.includes('\\(')) return [];
  return [...text.matchAll(delimited)].flatMap(
    ({ 0: whole, 2: inDollars, 3: inBrackets, index }) => {
      const isMath =
        inDollars === undefined ||
        ((notation.test(inDollars) || plainFormula.test(inDollars)) && !prose.test(inDollars));
      const latex = inDollars ?? inBrackets ?? '';
      return isMath ? [{ start: index, end: index + whole.length, latex }] : [];
    },
  );
}

import type { KatexOptions } from 'katex';
import { KATEX_MACROS } from '../restore/katex-macros.ts';

/** Commands that print to the console of the build: an undefined command takes their place. */
const printing = { '\\message': '\\refused', '\\errmessage': '\\refused', '\\show': '\\refused' };

/** The error colour of KaTeX, which no author uses: it marks what KaTeX refused. */
export const refusedColour = '#dead01';

/** Longer formulas are shown as captured: deep nesting overflows the stack when it is typeset. */
export const maxFormulaLength = 1000;

/**
 * Options for all formulas. Captured text is not trusted: no links, images or HTML, and sizes and
 * macro expansion are bounded. `strict: 'ignore'` because the reader cannot act on warnings.
 * @see https://katex.org/docs/security
 */
export const katexOptions: Omit<KatexOptions, 'displayMode' | 'throwOnError'> = {
  trust: false,
  strict: 'ignore',
  maxSize: 20,
  maxExpand: 200,
  output: 'htmlAndMathml',
  errorColor: refusedColour,
  /**
   * A new object for each formula, as rehype-katex copies the options for each: KaTeX writes `\cr` of
   * arrays and what a formula defines into it. It sees own properties only, so there is no prototype.
   */
  get macros() {
    return { ...KATEX_MACROS, ...printing };
  },
};

/**
 * Typesets formulas without KaTeX's warnings about characters of unknown width (`\origof`, an emoji),
 * which it typesets nevertheless. Other warnings are printed.
 */
export function setQuietly<T>(set: () => T): T {
  const { warn } = console;
  console.warn = (...words: unknown[]) => {
    if (!String(words[0]).startsWith('No character metrics')) warn(...words);
  };
  try {
    return set();
  } finally {
    console.warn = warn;
  }
}

/** Largest length allowed in a formula, in em. The largest in 9,576 papers is 3.7. */
const longest = 10;
/** Largest sum of negative margins allowed in a formula, in em. `\!` is 0.17. */
const mostBack = 3;

/**
 * Whether a typeset formula stays within its place in a line. `\kern{-60em}` would put it over the
 * surrounding text, `\rule{20em}{20em}` would cover that.
 * @param styles values of the style attributes in KaTeX's HTML, whose lengths are in em
 */
export function hasBoundedLengths(styles: Iterable<string>): boolean {
  let back = 0;
  for (const style of styles) {
    for (const [, name = '', value] of style.matchAll(/([a-z-]+):\s*(-?[\d.]+)em/g)) {
      const length = Number(value);
      if (Math.abs(length) > longest) return false;
      if (name.startsWith('margin') && length < 0) back -= length;
    }
  }
  return back <= mostBack;
}

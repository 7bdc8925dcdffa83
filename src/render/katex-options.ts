import type { KatexOptions } from 'katex';
import { KATEX_MACROS } from '../restore/katex-macros.ts';

/** Commands that print on the console of who builds: KaTeX is not to know them. */
const printing = { '\\message': '\\refused', '\\errmessage': '\\refused', '\\show': '\\refused' };

/**
 * How every formula is typeset. Captured text is not trusted: no links, no images, no HTML; sizes
 * and macro expansion are bounded. `strict: 'ignore'`: what LaTeX would warn of is not the reader's concern.
 * @see https://katex.org/docs/security
 */
export const katexOptions: Omit<KatexOptions, 'displayMode' | 'throwOnError'> = {
  trust: false,
  strict: 'ignore',
  maxSize: 20,
  maxExpand: 200,
  output: 'htmlAndMathml',
  // Frozen: KaTeX writes what a formula `\gdef`s into it, for all formulas after; it refuses such now.
  macros: Object.freeze({ ...KATEX_MACROS, ...printing }),
};

/** A colour that nobody writes: it shows which formulas KaTeX gave up. */
export const refusedColour = '#dead01';

/** Longer formulas are shown as captured: deep nesting overflows the stack when it is typeset. */
export const maxFormulaLength = 1000;

import katex from 'katex';
import {
  hasBoundedLengths,
  katexOptions,
  maxFormulaLength,
  refusedColour,
  setQuietly,
} from './katex-options.ts';

/**
 * Why a formula is shown as captured and not typeset, and at which character, from 0; undefined for a
 * formula that KaTeX typesets.
 */
export function explainRefusal(latex: string): { reason: string; offset: number } | undefined {
  if (latex.length > maxFormulaLength) {
    return {
      reason: `it has ${latex.length} characters, and ${maxFormulaLength} are the most that are set.`,
      offset: maxFormulaLength,
    };
  }
  try {
    const html = setQuietly(() => katex.renderToString(latex, { ...katexOptions }));
    if (html.includes(refusedColour))
      return { reason: 'it holds a command that is not allowed, such as \\href.', offset: 0 };
    if (hasBoundedLengths(Array.from(html.matchAll(/style="([^"]*)"/g), ([, style = '']) => style)))
      return undefined;
    return { reason: 'it has a length that would make it cover the surrounding text.', offset: 0 };
  } catch (error) {
    if (!(error instanceof katex.ParseError)) return { reason: String(error), offset: 0 };
    // The type declarations of KaTeX lack these fields.
    const { rawMessage, position } = error as InstanceType<typeof katex.ParseError>;
    return { reason: `${rawMessage}.`, offset: position ?? 0 };
  }
}

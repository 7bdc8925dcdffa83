import katex from 'katex';
import { hasBoundedLengths } from './bounded-lengths.ts';
import { katexOptions, maxFormulaLength, refusedColour } from './katex-options.ts';
import { setQuietly } from './set-quietly.ts';

/**
 * Says why a formula would be shown as captured instead of being set, and at which character, from 0;
 * undefined where KaTeX sets it.
 */
export function explainRefusal(latex: string): { reason: string; offset: number } | undefined {
  if (latex.length > maxFormulaLength) {
    return {
      reason: `it has ${latex.length} characters, and ${maxFormulaLength} are the most that are set.`,
      offset: maxFormulaLength,
    };
  }
  try {
    const options = { ...katexOptions, errorColor: refusedColour };
    const html = setQuietly(() => katex.renderToString(latex, options));
    if (html.includes(refusedColour))
      return { reason: 'it holds a command that is not allowed, such as \\href.', offset: 0 };
    if (hasBoundedLengths(Array.from(html.matchAll(/style="([^"]*)"/g), ([, style = '']) => style)))
      return undefined;
    return { reason: 'it has a length that would make it cover the surrounding text.', offset: 0 };
  } catch (error) {
    if (!(error instanceof katex.ParseError)) return { reason: String(error), offset: 0 };
    const { rawMessage, position } = error as InstanceType<typeof katex.ParseError>;
    return { reason: `${rawMessage}.`, offset: position ?? 0 };
  }
}

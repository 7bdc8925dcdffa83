import type { Segment } from '../restore/segments.ts';
import { formulaToText } from './formula-to-text.ts';
import { toTextParts } from './text-parts.ts';

/**
 * Restored segments as plain text with formulas in readable Unicode; paragraphs are parted by a blank
 * line. For where nothing can be typeset and nothing must be lost.
 */
export function toParagraphs(segments: readonly Segment[]): string {
  return toTextParts(segments)
    .map((part) => ('text' in part ? part.text : formulaToText(part.latex)))
    .join('');
}

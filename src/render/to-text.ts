import type { PhrasingContent } from 'mdast';
import type { WordsAndFormulas } from '../archive/paper-terms.ts';
import type { Segment } from '../restore/segments.ts';
import { cleanText } from './clean-text.ts';
import { flatten } from './flatten.ts';
import { formulaToText } from './formula-to-text.ts';
import { type TextPart, toTextParts } from './text-parts.ts';

/** Restored segments as one line of plain text, formulas in readable Unicode: for titles of windows. */
export function toPlainText(segments: readonly Segment[]): string {
  return partsToText(toTextParts(segments));
}

/** Text and formulas as one line of plain text. */
export function partsToText(parts: readonly TextPart[]): string {
  return parts
    .map((part) => ('latex' in part ? formulaToText(part.latex) : part.text))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * Restored segments as text and formulas apart; where a formula or a paragraph ended, a line break. A
 * letter alone stays in the text.
 */
export function toWordsAndFormulas(segments: readonly Segment[]): WordsAndFormulas {
  const formulas: string[] = [];
  const readNode = (node: PhrasingContent): string => {
    if (node.type === 'inlineMath') {
      // The k of `$k$-means` is a part of that word.
      if (/^[a-zA-Z]$/.test(node.value)) return node.value;
      formulas.push(node.value);
      return '\n';
    }
    if ('children' in node) return node.children.map(readNode).join('');
    return 'value' in node ? node.value : '';
  };
  const text = flatten(segments)
    .map((flat) => cleanText(flat).map(readNode).join(''))
    .join('\n');
  return { text, formulas };
}

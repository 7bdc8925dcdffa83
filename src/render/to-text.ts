import type { PhrasingContent } from 'mdast';
import type { WordsAndFormulas } from '../archive/paper-terms.ts';
import type { CleanText } from './clean-segments.ts';
import { formulaToText } from './formula-to-text.ts';
import { type TextPart, toTextParts } from './text-parts.ts';

/** A text as one line of plain text, formulas in readable Unicode: for titles of windows. */
export function toPlainText(clean: CleanText): string {
  return partsToText(toTextParts(clean));
}

/** Text and formulas as one line of plain text. */
export function partsToText(parts: readonly TextPart[]): string {
  return partsToParagraphs(parts).replace(/\s+/g, ' ').trim();
}

/**
 * Text and formulas as plain text with formulas in readable Unicode; paragraphs are parted by a blank
 * line. For where nothing can be typeset and nothing must be lost.
 */
export function partsToParagraphs(parts: readonly TextPart[]): string {
  return parts.map((part) => ('latex' in part ? formulaToText(part.latex) : part.text)).join('');
}

/**
 * Text and formulas apart; where a formula or a paragraph ended, a line break. A letter alone stays in
 * the text.
 */
export function toWordsAndFormulas(clean: CleanText): WordsAndFormulas {
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
  const text = clean.map((paragraph) => paragraph.map(readNode).join('')).join('\n');
  return { text, formulas };
}

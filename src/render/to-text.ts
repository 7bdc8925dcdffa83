import type { PhrasingContent } from 'mdast';
import type { WordsAndFormulas } from '../archive/paper-terms.ts';
import type { CleanText } from './clean-segments.ts';
import { formulaToText } from './formula-to-text.ts';
import { type TextPart, toTextParts } from './text-parts.ts';

/** A text as one line of plain text, with formulas in readable Unicode. */
export function toPlainText(clean: CleanText): string {
  return partsToText(toTextParts(clean));
}

/** Text and formulas as one line of plain text. */
export function partsToText(parts: readonly TextPart[]): string {
  return partsToParagraphs(parts).replace(/\s+/g, ' ').trim();
}

/** Text and formulas as plain text, with formulas in readable Unicode and blank lines between paragraphs. */
export function partsToParagraphs(parts: readonly TextPart[]): string {
  return parts.map((part) => ('latex' in part ? formulaToText(part.latex) : part.text)).join('');
}

/**
 * The text without its formulas, with a line break for each formula and after each paragraph, and the
 * LaTeX of the formulas. A formula of one letter stays in the text.
 */
export function toWordsAndFormulas(clean: CleanText): WordsAndFormulas {
  const formulas: string[] = [];
  const readNode = (node: PhrasingContent): string => {
    if (node.type === 'inlineMath') {
      // The k of `$k$-means` is part of the word.
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

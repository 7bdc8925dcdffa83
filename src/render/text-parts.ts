import type { PhrasingContent } from 'mdast';
import type { CleanText } from './clean-segments.ts';

/** A part of a cleaned text: text, or the LaTeX of a formula, without dollars. */
export type TextPart = { text: string } | { latex: string };

/**
 * The text and the formulas of a cleaned text, in order, without emphasis and the addresses of links.
 * Paragraphs are separated by a blank line.
 * @example "Schr\"odinger in O(n)" → [{ text: 'Schrödinger in ' }, { latex: 'O(n)' }]
 */
export function toTextParts(clean: CleanText): TextPart[] {
  const parts: TextPart[] = [];
  const putText = (text: string): void => {
    const last = parts.at(-1);
    if (last && 'text' in last) last.text += text;
    else if (text !== '') parts.push({ text });
  };
  const readNode = (node: PhrasingContent): void => {
    if (node.type === 'inlineMath') parts.push({ latex: node.value });
    else if ('children' in node) node.children.forEach(readNode);
    // No-break and thin spaces are for typesetting only.
    else if ('value' in node) putText(node.value.replace(/\s+/g, ' '));
  };
  clean.forEach((paragraph, i) => {
    if (i > 0) putText('\n\n');
    paragraph.forEach(readNode);
  });
  return parts;
}

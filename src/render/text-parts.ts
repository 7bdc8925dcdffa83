import type { PhrasingContent } from 'mdast';
import type { CleanText } from './clean-segments.ts';

/** A stretch of cleaned text, or a formula by its LaTeX, without dollars. */
export type TextPart = { text: string } | { latex: string };

/**
 * Cleaned text and formulas by turns: accents, quotes and dashes as characters, emphasis and the
 * addresses of links left out. Paragraphs are parted by a blank line.
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
    // The spaces that bind or part more finely are for typesetting.
    else if ('value' in node) putText(node.value.replace(/\s+/g, ' '));
  };
  clean.forEach((paragraph, i) => {
    if (i > 0) putText('\n\n');
    paragraph.forEach(readNode);
  });
  return parts;
}

import type { PhrasingContent } from 'mdast';
import type { Segment } from '../restore/segments.ts';
import { cleanText } from './clean-text.ts';
import { flatten } from './flatten.ts';

/** A stretch of cleaned text, or a formula by its LaTeX, without dollars. */
export type TextPart = { text: string } | { latex: string };

/**
 * Restored segments as cleaned text and formulas by turns: accents, quotes and dashes as characters,
 * emphasis and the addresses of links left out. Paragraphs are parted by a blank line.
 * @example "Schr\"odinger in O(n)" → [{ text: 'Schrödinger in ' }, { latex: 'O(n)' }]
 */
export function toTextParts(segments: readonly Segment[]): TextPart[] {
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
  flatten(segments).forEach((flat, i) => {
    if (i > 0) putText('\n\n');
    cleanText(flat).forEach(readNode);
  });
  return parts;
}

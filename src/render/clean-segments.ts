import type { PhrasingContent } from 'mdast';
import {
  hasLongParagraph,
  joinCaptured,
  type Segment,
  splitParagraphs,
} from '../restore/segments.ts';
import { cleanText } from './clean-text.ts';
import { flatten } from './flatten.ts';
import { markResidue } from './residue.ts';

/**
 * A restored text, cleaned for reading: a list of mdast nodes for each paragraph. All other forms (HTML,
 * plain text, Markdown, search terms) are made from it.
 */
export type CleanText = readonly (readonly PhrasingContent[])[];

/**
 * Restored segments as cleaned paragraphs, without those that print nothing (`\!`). A text with a
 * paragraph that is too long for an abstract stays as captured.
 */
export function cleanSegments(segments: readonly Segment[]): CleanText {
  const captured = joinCaptured(segments);
  if (hasLongParagraph(captured))
    return splitParagraphs(captured)
      .filter((paragraph) => paragraph.trim() !== '')
      .map(asPlain);
  return flatten(segments)
    .map(cleanText)
    .filter((nodes) => nodes.length > 0);
}

/** A paragraph as captured; what looks like LaTeX is marked. */
const asPlain = (paragraph: string): PhrasingContent[] =>
  markResidue(paragraph.replaceAll('\n', ' ').trim());

/** Calls a function for each node of a cleaned text, including nested ones, in order. */
export function visitNodes(clean: CleanText, look: (node: PhrasingContent) => void): void {
  const visit = (node: PhrasingContent): void => {
    look(node);
    if ('children' in node) node.children.forEach(visit);
  };
  for (const paragraph of clean) paragraph.forEach(visit);
}

/** Whether there is anything to typeset; a page without formulas needs no styles of KaTeX. */
export function hasFormula(clean: CleanText): boolean {
  let found = false;
  visitNodes(clean, ({ type }) => {
    found ||= type === 'inlineMath';
  });
  return found;
}

/** The parts of a text that are shown as captured because no rule applies to them. */
export function listAsCaptured(clean: CleanText): string[] {
  const places: string[] = [];
  visitNodes(clean, (node) => {
    if (node.type === 'inlineCode') places.push(node.value);
  });
  return places;
}

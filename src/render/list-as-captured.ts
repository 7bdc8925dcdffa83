import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Segment } from '../restore/segments.ts';
import { cleanText } from './clean-text.ts';
import { flatten } from './flatten.ts';

/** The places of a restored text that are shown as captured because nothing understood them. */
export function listAsCaptured(segments: readonly Segment[]): string[] {
  const places: string[] = [];
  const tree: Root = {
    type: 'root',
    children: flatten(segments).map((flat) => ({ type: 'paragraph', children: cleanText(flat) })),
  };
  visit(tree, 'inlineCode', ({ value }) => {
    places.push(value);
  });
  return places;
}

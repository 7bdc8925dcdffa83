import type { Element, Nodes, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toText } from 'hast-util-to-text';

/** Elements that may be open at once: the time of the parser grows with the square of their number. */
const mostOpen = 10_000;

/**
 * Parses HTML of unknown origin into a tree; nothing in it is run or loaded.
 * @throws {RangeError} for elements nested some thousand levels deep
 */
export function parseHtml(html: string, isFragment = false): Root {
  const opened = html.match(/<[a-z]/gi)?.length ?? 0;
  const closed = html.match(/<\/|\/>|<(?:img|br|hr|input|link|meta)\b/gi)?.length ?? 0;
  if (opened - closed > mostOpen) throw new RangeError('too many open elements');
  return fromHtml(html, { fragment: isFragment });
}

/** Text that a reader of an element sees, without the spaces around it. */
export const visibleText = (node: Element | Root): string => toText(node).trim();

/** All elements below a node for which a test holds, in order; those inside a found one are left out. */
export function findElements(node: Nodes, test: (element: Element) => boolean): Element[] {
  const found: Element[] = [];
  const stack: Nodes[] = [node];
  for (let next = stack.pop(); next; next = stack.pop()) {
    if (next.type === 'element' && next !== node && test(next)) found.push(next);
    else if ('children' in next) stack.push(...[...next.children].reverse());
  }
  return found;
}

/** An attribute as text: `''` where the element has none. */
export const attribute = ({ properties }: Element, name: string): string =>
  String(properties[name] ?? '');

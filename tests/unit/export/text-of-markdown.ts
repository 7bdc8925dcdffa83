import type { Nodes } from 'mdast';

/** The text of a node, formulas in dollars. */
export function textOf(node: Nodes | undefined): string {
  if (node === undefined) return '';
  if (node.type === 'inlineMath') return `$${node.value}$`;
  if ('children' in node) return node.children.map(textOf).join('');
  // An empty comment parts formulas.
  return 'value' in node && node.type !== 'html' ? node.value : '';
}

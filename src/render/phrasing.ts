import type { PhrasingContent, Text } from 'mdast';
import type { InlineMath } from 'mdast-util-math';

/** A formula as a node of the Markdown tree; `captured` is the text it stands for. */
export type FormulaNode = InlineMath & { captured: string };

/** A formula: `latex` without its dollar signs. */
export function makeFormula(latex: string, captured: string): FormulaNode {
  return { type: 'inlineMath', value: latex, captured };
}

/**
 * Text that is shown marked, as it was captured. In Markdown it is inline code, which is what
 * Markdown has for text to be taken to the letter; cleaned text never holds inline code otherwise.
 */
export function makeAsCaptured(text: string): PhrasingContent {
  return { type: 'inlineCode', value: text };
}

/** Appends nodes, joining text with text. */
export function appendNodes(list: PhrasingContent[], ...nodes: PhrasingContent[]): void {
  for (const node of nodes) {
    const last = list.at(-1);
    if (node.type === 'text' && last?.type === 'text') (last as Text).value += node.value;
    else if (node.type !== 'text' || node.value !== '') list.push({ ...node });
  }
}

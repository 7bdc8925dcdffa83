import type { PhrasingContent } from 'mdast';
import type { InlineMath } from 'mdast-util-math';

/** How a formula came about, where a reader should know: by the maintainer's hand, or not surely. */
export type FormulaMark = 'corrected' | 'doubtful';

/** Where a formula comes from. */
export interface FormulaOrigin {
  /** The captured text that it stands for. */
  captured: string;
  mark?: FormulaMark;
  /** How sure its restoration is, 0 to 1; undefined where nothing was restored by guessing. */
  probability?: number;
}

/** A formula as a node of the Markdown tree. */
export type FormulaNode = InlineMath & { origin: FormulaOrigin };

/** A blank line would end the paragraph, and with it the formula or code that it stands in. */
const joinLines = (text: string): string => text.replace(/\s*\n\s*/g, ' ');

/** A formula: `latex` without its dollar signs. */
export function makeFormula(latex: string, origin: FormulaOrigin): FormulaNode {
  return { type: 'inlineMath', value: joinLines(latex), origin };
}

/**
 * Text that is shown marked, as it was captured. In Markdown it is inline code, which is what
 * Markdown has for text to be taken to the letter; cleaned text never holds inline code otherwise.
 */
export function makeAsCaptured(text: string): PhrasingContent {
  return { type: 'inlineCode', value: joinLines(text) };
}

/** Appends nodes, joining text with text, and code with code: two in a row would not part again. */
export function appendNodes(list: PhrasingContent[], nodes: readonly PhrasingContent[]): void {
  for (const node of nodes) {
    const last = list.at(-1);
    if (node.type === 'text' && last?.type === 'text') last.value += node.value;
    else if (node.type === 'inlineCode' && last?.type === 'inlineCode') last.value += node.value;
    else if (node.type !== 'text' || node.value !== '') list.push({ ...node });
  }
}

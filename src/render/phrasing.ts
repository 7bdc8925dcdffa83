import type { PhrasingContent } from 'mdast';
import type { InlineMath } from 'mdast-util-math';

/** Marks for the reader: `corrected` by the maintainer, the authors' `original`, or `doubtful` because it is improbable. */
export type FormulaMark = 'corrected' | 'original' | 'doubtful';

/** The origin of a formula. */
export interface FormulaOrigin {
  /** The captured text that it replaces. */
  captured: string;
  mark?: FormulaMark;
  /** Probability of its restoration, 0 to 1; undefined if it was not restored by the model. */
  probability?: number;
}

/** A formula as a node of the Markdown tree. */
export type FormulaNode = InlineMath & { origin: FormulaOrigin };

/** A blank line in Markdown would end the paragraph within a formula or code. */
const joinLines = (text: string): string => text.replace(/\s*\n\s*/g, ' ');

/** A formula: `latex` without its dollar signs. */
export function makeFormula(latex: string, origin: FormulaOrigin): FormulaNode {
  return { type: 'inlineMath', value: joinLines(latex), origin };
}

/** Text that is shown as captured, and marked: inline code, which cleaned text never has otherwise. */
export function makeAsCaptured(text: string): PhrasingContent {
  return { type: 'inlineCode', value: joinLines(text) };
}

/** Appends nodes. Adjacent texts and adjacent codes are joined, as Markdown would read them as one. */
export function appendNodes(list: PhrasingContent[], nodes: readonly PhrasingContent[]): void {
  for (const node of nodes) {
    const last = list.at(-1);
    if (node.type === 'text' && last?.type === 'text') last.value += node.value;
    else if (node.type === 'inlineCode' && last?.type === 'inlineCode') last.value += node.value;
    else if (node.type !== 'text' || node.value !== '') list.push({ ...node });
  }
}

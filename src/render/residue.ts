import type { PhrasingContent } from 'mdast';
import { appendNodes, makeAsCaptured } from './phrasing.ts';

/**
 * What betrays LaTeX that nothing understood: a command with its backslash, a font command without
 * it, a superscript or subscript with its brace.
 */
export const residuePattern = /\\[a-zA-Z]+|math(?:cal|bb|bf|rm|frak|scr|sf|it|tt)(?![a-z])|[\^_]\{/;

/** A word, where a command or a script and its braces are one word even with spaces in them. */
const word = /(?:\\[a-zA-Z]+(?:\{[^{}]*\})*|[\^_]\{[^{}]*\}|math[a-z]{1,9}\{[^{}]*\}|\S)+/g;

/** Marks what is left of LaTeX in a text, with the whole word it stands in, as captured. */
export function markResidue(text: string): PhrasingContent[] {
  if (!residuePattern.test(text)) return [{ type: 'text', value: text }];
  const nodes: PhrasingContent[] = [];
  let at = 0;
  for (const match of text.matchAll(word)) {
    if (!residuePattern.test(match[0])) continue;
    const marked = match[0].replace(/[.,;:!?]+$/, '');
    appendNodes(
      nodes,
      { type: 'text', value: text.slice(at, match.index) },
      makeAsCaptured(marked),
    );
    at = match.index + marked.length;
  }
  appendNodes(nodes, { type: 'text', value: text.slice(at) });
  return nodes;
}

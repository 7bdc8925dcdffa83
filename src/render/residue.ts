import type { PhrasingContent } from 'mdast';
import { appendNodes, makeAsCaptured } from './phrasing.ts';

/**
 * Signs of LaTeX that no rule applied to: a command with its backslash, a font command without, a
 * superscript or subscript with a brace.
 */
export const residuePattern = /\\[a-zA-Z]+|math(?:cal|bb|bf|rm|frak|scr|sf|it|tt)(?![a-z])|[\^_]\{/;

/** A word; a command or script with its braces is a part of one, even if it has spaces. */
const word = /(?:\\[a-zA-Z]+(?:\{[^{}]*\})*|[\^_]\{[^{}]*\}|math[a-z]{1,9}\{[^{}]*\}|\S)+/g;

/** The nodes of a text in which words that contain LaTeX are marked as captured. */
export function markResidue(text: string): PhrasingContent[] {
  if (!residuePattern.test(text)) return [{ type: 'text', value: text }];
  const nodes: PhrasingContent[] = [];
  let at = 0;
  for (const match of text.matchAll(word)) {
    if (!residuePattern.test(match[0])) continue;
    const [start, marked] = trimWord(match[0]);
    const from = match.index + start;
    appendNodes(nodes, [{ type: 'text', value: text.slice(at, from) }, makeAsCaptured(marked)]);
    at = from + marked.length;
  }
  appendNodes(nodes, [{ type: 'text', value: text.slice(at) }]);
  return nodes;
}

/** A word without punctuation and unmatched brackets at its edges, and its offset. */
function trimWord(whole: string): [start: number, word: string] {
  let text = whole.replace(/[.,;:!?]+$/, '');
  const count = (bracket: string): number => text.split(bracket).length;
  while (text.endsWith(')') && count(')') > count('(')) text = text.slice(0, -1);
  const start = text.startsWith('(') && count('(') > count(')') ? 1 : 0;
  return [start, text.slice(start)];
}

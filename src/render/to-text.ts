import type { PhrasingContent } from 'mdast';
import type { WordsAndFormulas } from '../archive/paper-terms.ts';
import type { Segment } from '../restore/segments.ts';
import { cleanText } from './clean-text.ts';
import { flatten } from './flatten.ts';
import { commandToUnicode } from './latex-accents.ts';

/** Restored segments as one line of plain text, formulas in readable Unicode: for titles of windows. */
export function toPlainText(segments: readonly Segment[]): string {
  return flatten(segments)
    .map((flat) => cleanText(flat).map(nodeToText).join(''))
    .join(' ')
    .replace(/\s+/g, ' ');
}

/**
 * Restored segments as text and formulas apart; where a formula or a paragraph ended, a line break. A
 * letter alone stays in the text.
 */
export function toWordsAndFormulas(segments: readonly Segment[]): WordsAndFormulas {
  const formulas: string[] = [];
  const readNode = (node: PhrasingContent): string => {
    if (node.type === 'inlineMath') {
      // The k of `$k$-means` is a part of that word.
      if (/^[a-zA-Z]$/.test(node.value)) return node.value;
      formulas.push(node.value);
      return '\n';
    }
    if ('children' in node) return node.children.map(readNode).join('');
    return 'value' in node ? node.value : '';
  };
  const text = flatten(segments)
    .map((flat) => cleanText(flat).map(readNode).join(''))
    .join('\n');
  return { text, formulas };
}

function nodeToText(node: PhrasingContent): string {
  if (node.type === 'inlineMath') return formulaToText(node.value);
  if ('children' in node) return node.children.map(nodeToText).join('');
  return 'value' in node ? node.value : '';
}

const superscripts: Readonly<Record<string, string>> = Object.fromEntries(
  [...'0123456789+-=()n'].map((c, i) => [c, [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ'][i]]),
);
const subscripts: Readonly<Record<string, string>> = Object.fromEntries(
  [...'0123456789+-=()'].map((c, i) => [c, [...'₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎'][i]]),
);

/**
 * A formula as readable Unicode text: `\epsilon` → ϵ, `O(n^2)` → O(n²), `\mathbb{R}^d` → ℝ^d,
 * `\frac{a+b}{2}` → (a+b)/2.
 * For places where nothing can be typeset.
 */
export function formulaToText(latex: string): string {
  return latex
    .replace(/\\[dt]?frac\{([^{}]*)\}\{([^{}]*)\}/g, (_, over: string, under: string) =>
      [over, under].map((part) => (/^\w*$/.test(part) ? part : `(${part})`)).join('/'),
    )
    .replace(/\\math[a-z]+\{[A-Za-z]\}/g, (whole) => commandToUnicode(whole) ?? whole.slice(-2, -1))
    .replace(/\\(?:left|right|big|Big|displaystyle|limits)(?![a-zA-Z])/g, '')
    .replace(/(\s?)\\([a-zA-Z]+)(\s?)/g, (_, before: string, name: string, after: string) => {
      const printed = commandToUnicode(`\\${name}`);
      // The space that ends a command prints nothing, but one on each side sets a relation apart.
      return before + (printed ?? name) + (printed === undefined || before ? after : '');
    })
    .replace(/\\[,;:! ]/g, ' ')
    .replace(/([\^_])(?:\{([^{}]*)\}|(.))/gu, (_, mark: string, group?: string, single?: string) =>
      script(mark, group ?? single ?? ''),
    )
    .replace(/[{}\\]/g, '')
    .trim();
}

function script(mark: string, text: string): string {
  const table = mark === '^' ? superscripts : subscripts;
  const characters = [...text];
  if (characters.every((c) => c in table)) return characters.map((c) => table[c]).join('');
  return characters.length === 1 ? mark + text : `${mark}(${text})`;
}

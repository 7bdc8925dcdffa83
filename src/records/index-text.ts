import type { PhrasingContent } from 'mdast';
import type { CleanText } from '../render/clean-segments.ts';
import { formulaToText } from '../render/formula-to-text.ts';
import type { FormulaNode } from '../render/phrasing.ts';
import { makeFormulaKeys } from '../search/formula-key.ts';
import { endTitle, hideWords, markFormula } from '../search/indexed-text.ts';

/**
 * The indexed text of a paper: title and abstract in one line, each formula as readable text and,
 * hidden after the word that contains it, its TeX and its search keys, those of its TeX and those of the captured
 * text.
 */
export function indexText(title: CleanText, abstract: CleanText): string {
  const titleText = writeText(title);
  const hasFormula = titleText.hasFormula;
  return `${titleText.text}${endTitle(hasFormula)} ${writeText(abstract).text}`
    .replace(/\s+/g, ' ')
    .trim();
}

function writeText(clean: CleanText): { text: string; hasFormula: boolean } {
  let text = '';
  let hasFormula = false;
  /** Hidden words that are written at the end of the word that contains their formula. */
  let waiting = '';
  const flush = (): void => {
    text += waiting;
    waiting = '';
  };
  const write = (node: PhrasingContent): void => {
    if (node.type === 'inlineMath') {
      const { value, origin } = node as FormulaNode;
      flush();
      hasFormula = true;
      text += markFormula(formulaToText(value));
      waiting = hideWords([value, ...new Set([value, origin.captured].flatMap(makeFormulaKeys))]);
    } else if (node.type === 'text') {
      const end = waiting ? node.value.search(/\s/) : 0;
      text += end < 0 ? node.value : node.value.slice(0, end);
      if (end < 0) return;
      flush();
      text += node.value.slice(end);
    } else if ('children' in node) node.children.forEach(write);
    else if ('value' in node) {
      flush();
      text += node.value;
    }
  };
  for (const paragraph of clean) {
    paragraph.forEach(write);
    flush();
    text += ' ';
  }
  return { text, hasFormula };
}

import type { Element, ElementContent } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import { hasClass } from './typeset.ts';

/** Number of unbroken letters that fit the narrowest screen, 320 px. */
const widestUnbroken = 22;

/** Punctuation that must not be separated from the formula before it. */
const clinging = /^[.,;:!?)\]’”%-]+/;

/**
 * Prepares the formulas of a paragraph for line breaking: one with a part that is too long becomes a
 * box that scrolls, and the punctuation after a short one stays with it.
 */
export function setFormulas(paragraph: Element): void {
  visit(paragraph, 'element', (node, index, parent) => {
    if (!hasClass(node, 'formula') || parent === undefined || index === undefined) return;
    const parts = findParts(node);
    if (parts.some((length) => length > widestUnbroken)) {
      node.properties.dataWide = '';
      return SKIP;
    }
    const next = parent.children[index + 1];
    const total = parts.reduce((sum, length) => sum + length, 0);
    if (next?.type !== 'text' || total > widestUnbroken) return SKIP;
    const mark = clinging.exec(next.value)?.[0];
    if (mark === undefined) return SKIP;
    const rest = { type: 'text' as const, value: next.value.slice(mark.length) };
    parent.children.splice(index, 2, keepTogether(node, mark), rest);
    return [SKIP, index + 2];
  });
}

function keepTogether(formula: Element, mark: string): ElementContent {
  return {
    type: 'element',
    tagName: 'span',
    properties: { className: ['unbroken'] },
    children: [formula, { type: 'text', value: mark }],
  };
}

/** The numbers of letters of the parts that KaTeX does not break. */
function findParts(formula: Element): number[] {
  const lengths: number[] = [];
  visit(formula, 'element', (node) => {
    if (!hasClass(node, 'base')) return;
    let length = 0;
    visit(node, 'text', ({ value }) => {
      length += value.trim().length;
    });
    lengths.push(length);
    return SKIP;
  });
  return lengths;
}

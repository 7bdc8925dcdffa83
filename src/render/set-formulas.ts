import type { Element, ElementContent, Text } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import { hasClass } from './typeset.ts';

/** Letters in a row that fit the smallest screen (320 px) with room to spare. */
const widestUnbroken = 22;

/** Punctuation that must not begin a line behind a formula. */
const clinging = /^[.,;:!?)\]’”%-]+/;

/**
 * Sets formulas into the line: one with a part too long to break becomes a box that scrolls, and a
 * short one takes the punctuation behind it along to the next line.
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
    const mark = next?.type === 'text' ? clinging.exec(next.value)?.[0] : undefined;
    if (mark === undefined || total > widestUnbroken) return SKIP;
    parent.children.splice(index, 2, keepTogether(node, mark), {
      type: 'text',
      value: (next as Text).value.slice(mark.length),
    });
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

/** How many letters each part has that KaTeX never breaks. */
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

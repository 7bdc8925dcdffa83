import type { Nodes } from 'mdast';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

/** What a reader sees of Markdown that the renderer made, read by other people's parsers. */
export interface ReadMarkdown {
  /** All text; a formula is its captured text, a paragraph ends in a space. */
  text: string;
  /** The text of each piece of inline code. */
  marked: string[];
  /** The text nodes. */
  plain: string[];
  /** How many formulas there are. */
  formulas: number;
  /** The types of the nodes within the document, each once; without comments that print nothing. */
  types: string[];
}

const parser = unified().use(remarkParse).use(remarkMath);

/** Reads Markdown. @param origins the captured text of each formula, in order */
export function readMarkdown(markdown: string, origins: readonly string[]): ReadMarkdown {
  const read: ReadMarkdown = { text: '', marked: [], plain: [], formulas: 0, types: [] };
  const types = new Set<string>();
  const readNode = (node: Nodes): void => {
    // An empty comment parts formulas.
    if (node.type === 'html' && node.value === '<!---->') return;
    types.add(node.type);
    if ('children' in node) node.children.forEach(readNode);
    if (node.type === 'inlineMath') read.text += origins[read.formulas++] ?? '';
    else if ('value' in node) {
      read.text += node.value;
      if (node.type === 'inlineCode') read.marked.push(node.value);
      if (node.type === 'text') read.plain.push(node.value);
    } else if (node.type === 'paragraph') read.text += ' ';
  };
  parser.parse(markdown).children.forEach(readNode);
  return { ...read, types: [...types] };
}

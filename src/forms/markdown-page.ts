import type { Link, Nodes, PhrasingContent, RootContent } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Line } from '../capture/split-blocks.ts';
import { idFromUrl } from './facts.ts';

/** A page as lines of text, with the identifiers that its headings lead to, by line. */
export interface MarkdownPage {
  lines: Line[];
  ids: ReadonlyMap<number, string>;
}

/** Whether a text is a page of papers as Markdown: its titles are headings that lead to papers. */
export const isMarkdownPage = (text: string): boolean =>
  /^#{1,6} \[.+\]\(https:\/\/(?:huggingface\.co\/papers|arxiv\.org\/abs)\/[^)\s]+\)\s*$/m.test(
    text,
  );

/**
 * A page of papers that was saved as Markdown, as the lines that the page shows: one for each block of text, one for
 * each number that leads elsewhere. Front matter, pictures and addresses are left out.
 */
export function readMarkdownPage(text: string): MarkdownPage {
  // Front matter keeps its lines, so that places stay those of the file.
  const body = text
    .replace(/^---\n[\s\S]*?\n---\n/, (front) => front.replace(/[^\n]/g, ''))
    .replace(/!\[[^\]\n]*\]\([^)\s]*\)/g, '')
    // A line break inside of a link is written as backslashes at the end of a line.
    .replace(/(?:[^\n]*\\\n)+[^\n]*/g, (run) => {
      const parts = run.split('\n');
      return (
        parts.map((part) => part.replace(/\\+$/, ' ')).join('') + '\n'.repeat(parts.length - 1)
      );
    });
  const lines: Line[] = [];
  const ids = new Map<number, string>();
  for (const block of unified().use(remarkParse).parse(body).children) {
    const { line = 1, column = 1 } = block.position?.start ?? {};
    const id = block.type === 'heading' ? idOfHeading(block.children) : undefined;
    if (id !== undefined) ids.set(line, id);
    listTexts(block).forEach((part, i) => {
      // Blocks of one line each stay blocks: their lines need not be the very lines of the file.
      lines.push({ text: part, line: line + (i > 0 ? i : 0), column });
    });
  }
  return { lines, ids };
}

function idOfHeading(children: readonly PhrasingContent[]): string | undefined {
  const link = children.find((child): child is Link => child.type === 'link');
  return link && idFromUrl(link.url);
}

/** The texts of a block that the page shows on lines of their own. */
function listTexts(block: RootContent): string[] {
  if (block.type === 'list')
    return block.children.flatMap((item) => item.children.flatMap(listTexts));
  if (block.type === 'html' || block.type === 'thematicBreak' || block.type === 'definition')
    return [];
  let texts = [''];
  const walk = (node: Nodes): void => {
    // The number of comments follows the date on the same line, and is a link of its own.
    const isApart = node.type === 'link' && node.url.endsWith('#community');
    if (isApart) texts.push('');
    if (node.type === 'text' || node.type === 'inlineCode') texts[texts.length - 1] += node.value;
    else if (node.type === 'break') texts[texts.length - 1] += ' ';
    else if ('children' in node) node.children.forEach(walk);
    if (isApart) texts.push('');
  };
  walk(block);
  texts = texts.map((part) =>
    part
      .replace(/\\(?=\s|$)/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  );
  // The pictures of authors are a list, of which the dashes are left.
  return texts
    .map((part) => part.replace(/^(?:- )+(?=\d+ authors?$)/, ''))
    .filter((part) => part !== '');
}

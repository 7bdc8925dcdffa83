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

/** Longest line, in characters. The time that a Markdown parser takes grows with its square. */
const longestLine = 20_000;

/** Whether a text is a page of papers as Markdown: its titles are headings that lead to papers. */
export const isMarkdownPage = (text: string): boolean =>
  !text.split('\n').some((line) => line.length > longestLine) &&
  /^#{1,6} \[.+\]\(https:\/\/(?:huggingface\.co\/papers|arxiv\.org\/abs)\/[^)\s]+\)\s*$/m.test(
    text,
  );

/**
 * A page of papers that was saved as Markdown, as the lines that the page shows: one for each block of text, one for
 * each number that leads elsewhere. Front matter, pictures and addresses are left out.
 */
export function readMarkdownPage(text: string): MarkdownPage {
  const body = joinBroken(text.split('\n')).join('\n').replace(picture, '');
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

/** A picture, without its address of at most 2,000 characters. */
const picture = /!\[[^\]\n]{0,200}\]\([^)\s]{0,2000}\)/g;

/**
 * Lines without front matter, and with each line that ends in backslashes, which is a line break inside of a link, joined
 * to the next one. Empty lines take the place of those that are gone, so that the others keep their numbers.
 */
function joinBroken(lines: readonly string[]): string[] {
  const end = lines[0] === '---' ? lines.indexOf('---', 1) : -1;
  const joined: string[] = [];
  let open = '';
  let gone = 0;
  lines.forEach((line, i) => {
    const isBroken = /\\$/.test(line) && open.length + line.length < longestLine;
    if (i <= end) joined.push('');
    else if (isBroken) {
      open += `${line.slice(0, line.search(/\\{1,2}$/))} `;
      gone += 1;
    } else {
      joined.push(open + line, ...Array<string>(gone).fill(''));
      open = '';
      gone = 0;
    }
  });
  return open === '' ? joined : [...joined, open];
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

import type { PhrasingContent, Root } from 'mdast';
import remarkMath from 'remark-math';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import type { CleanText } from './clean-segments.ts';

const stringifier = unified()
  .use(remarkMath)
  .use(remarkStringify, {
    emphasis: '*',
    strong: '*',
    resourceLink: false,
    // By default it escapes `<` only before letters, and `<=@a>` would become a mail address.
    unsafe: [{ character: '<', inConstruct: 'phrasing' }],
  })
  .freeze();

/**
 * A cleaned text as Markdown, with the same paragraphs: formulas as `$…$`, what stays as captured as
 * inline code, other text escaped.
 */
export function toMarkdown(clean: CleanText): string {
  return clean.map(writeParagraph).join('\n\n');
}

/** A text in which nothing needs escaping, as most; the test is much faster than the stringifier. */
const plainLine = /^\p{L}(?:[^\\`*_[\]<&~$|\r\n\t]*[^\\`*_[\]<&~$|\s])?$/u;

function writeParagraph(nodes: readonly PhrasingContent[]): string {
  const [first] = nodes;
  if (nodes.length === 1 && first?.type === 'text' && plainLine.test(first.value))
    return first.value;
  const children = separateFormulas(nodes);
  const tree: Root = { type: 'root', children: [{ type: 'paragraph', children }] };
  // Not `trimEnd`: without the thin space after it, the hyphen of `-\,` would begin a list.
  return stringifier.stringify(tree).replace(/\n+$/, '');
}

/** Adjacent formulas with an empty comment between them: `$a$$b$` would be read as one formula. */
function separateFormulas(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  return nodes.flatMap((node, i): PhrasingContent[] => {
    const own =
      'children' in node
        ? ({ ...node, children: separateFormulas(node.children) } as PhrasingContent)
        : node;
    const isPair = node.type === 'inlineMath' && nodes[i + 1]?.type === 'inlineMath';
    return isPair ? [own, { type: 'html', value: '<!---->' }] : [own];
  });
}

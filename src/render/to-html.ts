import type { Element, Root, RootContent } from 'hast';
import type { InlineCode } from 'mdast';
import rehypeKatex from 'rehype-katex';
import rehypeStringify from 'rehype-stringify';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { SKIP, visit } from 'unist-util-visit';
import { VFile } from 'vfile';
import { groupArguments } from './group-arguments.ts';
import { katexOptions, maxFormulaLength, refusedColour } from './katex-options.ts';
import type { FormulaOrigin } from './phrasing.ts';
import { setFormulas } from './set-formulas.ts';
import { setQuietly } from './set-quietly.ts';
import type { CleanMarkdown } from './to-markdown.ts';

const hasClass = (node: Element, name: string): boolean =>
  Array.isArray(node.properties.className) && node.properties.className.includes(name);

const span = (properties: Element['properties'], children: Element['children']): Element => ({
  type: 'element',
  tagName: 'span',
  properties,
  children,
});

const asCaptured = (text: string): Element =>
  span({ className: ['as-captured'] }, [{ type: 'text', value: text }]);

/** Puts each formula into an element of its own that holds the captured text it stands for. */
export function wrapFormulas() {
  return (tree: Root, file: VFile): void => {
    const { formulas } = file.data as Omit<CleanMarkdown, 'markdown'>;
    let count = 0;
    visit(tree, 'element', (node, index, parent) => {
      if (!hasClass(node, 'math-inline') || parent === undefined || index === undefined) return;
      const origin = formulas[count++];
      const [latex] = node.children;
      const isTooLong = latex?.type === 'text' && latex.value.length > maxFormulaLength;
      parent.children[index] = isTooLong
        ? asCaptured(origin.captured)
        : span({ className: ['formula'], ...describeOrigin(origin) }, [node]);
      return [SKIP, index + 1];
    });
    if (count !== formulas.length) {
      throw new Error(
        `${formulas.length} formulas went into Markdown and ${count} came out: ${file}`,
      );
    }
  };
}

function describeOrigin({ captured, mark, probability }: FormulaOrigin): Element['properties'] {
  return {
    dataCaptured: captured,
    dataCorrected: mark === 'corrected' ? '' : undefined,
    dataDoubtful: mark === 'doubtful' ? '' : undefined,
    // In per cent.
    dataSure: probability === undefined ? undefined : Math.round(100 * probability),
  };
}

/** What KaTeX refuses is shown as captured; no page ever shows an error. */
export function replaceRefused() {
  return (tree: Root): void => {
    visit(tree, 'element', (node, index, parent) => {
      if (!hasClass(node, 'formula') || parent === undefined || index === undefined) return;
      if (isRefused(node))
        parent.children[index] = asCaptured(String(node.properties.dataCaptured));
      return SKIP;
    });
  };
}

/**
 * KaTeX marks what it cannot typeset by a class, or by the error colour within its output; of a
 * command that is not trusted (`\href`) it says nothing else.
 */
function isRefused(node: Element): boolean {
  let refused = false;
  visit(node, 'element', ({ properties }) => {
    const { className, style, mathcolor } = properties;
    const isMarked = Array.isArray(className) && className.includes('katex-error');
    refused ||= isMarked || `${style} ${mathcolor}`.includes(refusedColour);
  });
  return refused;
}

const processor = unified()
  .use(remarkParse)
  .use(remarkMath)
  .use(remarkRehype, {
    handlers: {
      inlineCode: (_state: unknown, node: InlineCode) => asCaptured(node.value),
    },
  })
  .use(wrapFormulas)
  .use(rehypeKatex, { ...katexOptions, errorColor: refusedColour })
  .use(replaceRefused)
  .use(groupArguments)
  .use(setFormulas)
  .use(rehypeStringify)
  .freeze();

/** HTML of an abstract: a paragraph for each of its paragraphs, a blank line between: it is copied with them. */
export function toHtml(clean: CleanMarkdown): string {
  return processor.stringify(runTree(clean)).replaceAll('</p>\n<p>', '</p>\n\n<p>');
}

/**
 * HTML of a title: phrasing content without a paragraph round it, and without links of its own, for it
 * stands in a link nearly everywhere.
 */
export function toInlineHtml(clean: CleanMarkdown): string {
  const tree = runTree(clean);
  visit(tree, 'element', (node, index, parent) => {
    if (node.tagName !== 'a' || parent === undefined || index === undefined) return undefined;
    parent.children.splice(index, 1, ...node.children);
    return index;
  });
  const children = tree.children.flatMap((node): RootContent[] =>
    node.type === 'element' && node.tagName === 'p' ? node.children : [node],
  );
  return processor.stringify({ type: 'root', children });
}

function runTree({ markdown, ...data }: CleanMarkdown): Root {
  const file = new VFile({ value: markdown, data });
  return setQuietly(() => processor.runSync(processor.parse(file), file) as Root);
}

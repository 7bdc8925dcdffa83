import type { Element, ElementContent, Root } from 'hast';
import type { PhrasingContent } from 'mdast';
import rehypeKatex from 'rehype-katex';
import { unified } from 'unified';
import { SKIP, visit } from 'unist-util-visit';
import type { CleanText } from './clean-segments.ts';
import { groupArguments } from './group-arguments.ts';
import {
  hasBoundedLengths,
  katexOptions,
  maxFormulaLength,
  refusedColour,
  setQuietly,
} from './katex-options.ts';
import type { FormulaNode } from './phrasing.ts';

/**
 * A cleaned text with its formulas typeset, by paragraphs: a string for a paragraph that is only text,
 * otherwise a hast `<p>` in which each formula is a `span.formula` around KaTeX's output.
 */
export type TypesetText = readonly (string | Element)[];

/** Typesets a text. All forms of HTML are made from the result, so that this is done once. */
export function typeset(clean: CleanText): TypesetText {
  return clean.map((nodes) =>
    nodes.every(({ type }) => type === 'text')
      ? nodes.map((node) => ('value' in node ? node.value : '')).join('')
      : typesetParagraph(nodes),
  );
}

const processor = unified()
  .use(rehypeKatex, katexOptions)
  .use(replaceRefused)
  .use(groupArguments)
  .freeze();

function typesetParagraph(nodes: readonly PhrasingContent[]): Element {
  const children = nodes.flatMap((node) => toHast(node, false));
  const root: Root = { type: 'root', children: [element('p', {}, children)] };
  // The processor replaces formulas only.
  return setQuietly(() => (processor.runSync(root) as Root).children[0] as Element);
}

const element = (
  tagName: string,
  properties: Element['properties'],
  children: ElementContent[],
): Element => ({ type: 'element', tagName, properties, children });

/** A node as hast. @param isInLink whether it is in a link; links do not nest */
function toHast(node: PhrasingContent, isInLink: boolean): ElementContent[] {
  const children = (inLink = isInLink): ElementContent[] =>
    'children' in node ? node.children.flatMap((child) => toHast(child, inLink)) : [];
  switch (node.type) {
    case 'text':
      return [{ type: 'text', value: node.value }];
    case 'emphasis':
      return [element('em', {}, children())];
    case 'strong':
      return [element('strong', {}, children())];
    case 'link':
      return isInLink ? children() : [element('a', { href: node.url }, children(true))];
    case 'inlineCode':
      return [asCaptured(node.value)];
    case 'inlineMath':
      return [formula(node as FormulaNode)];
    default:
      throw new Error(`A cleaned text has no node of type ${node.type}.`);
  }
}

/** Text that is shown as captured, and marked. */
const asCaptured = (text: string): Element =>
  element('span', { className: ['as-captured'] }, [{ type: 'text', value: text }]);

/** A formula with its captured text as an attribute; KaTeX replaces its content. */
function formula({ value, origin: { captured, mark, probability } }: FormulaNode): Element {
  if (value.length > maxFormulaLength) return asCaptured(captured);
  const properties = {
    className: ['formula'],
    dataCaptured: captured,
    dataCorrected: mark === 'corrected' ? '' : undefined,
    dataOriginal: mark === 'original' ? '' : undefined,
    dataDoubtful: mark === 'doubtful' ? '' : undefined,
    // A percentage.
    dataSure: probability === undefined ? undefined : Math.round(100 * probability),
  };
  const latex = element('code', { className: ['language-math', 'math-inline'] }, [
    { type: 'text', value },
  ]);
  return element('span', properties, [latex]);
}

/** Shows formulas that KaTeX refused as captured, so that no page shows an error. */
function replaceRefused() {
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
 * Whether a formula is not to be shown: KaTeX marks what it cannot typeset by a class, and what it
 * does not trust (`\href`) by the error colour only. A formula that would cover the surrounding text
 * is refused as well.
 */
function isRefused(node: Element): boolean {
  let refused = false;
  const styles: string[] = [];
  visit(node, 'element', ({ properties }) => {
    const { className, style, mathcolor } = properties;
    const isMarked = Array.isArray(className) && className.includes('katex-error');
    refused ||= isMarked || `${style} ${mathcolor}`.includes(refusedColour);
    if (style !== undefined) styles.push(String(style));
  });
  return refused || !hasBoundedLengths(styles);
}

/** Whether an element has a class. */
export function hasClass({ properties }: Element, name: string): boolean {
  return Array.isArray(properties.className) && properties.className.includes(name);
}

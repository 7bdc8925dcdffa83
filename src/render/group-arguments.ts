import type { Element, ElementContent, Root } from 'hast';
import { visit } from 'unist-util-visit';

/**
 * Number of arguments of those elements of MathML that require one.
 * @see https://www.w3.org/TR/mathml-core/#dfn-mathml-elements
 */
export const argumentCounts: Readonly<Record<string, number>> = {
  ...{ mfrac: 2, mroot: 2, msub: 2, msup: 2, munder: 2, mover: 2 },
  ...{ msubsup: 3, munderover: 3 },
};

/** Whether a node is U+2061, function application, which KaTeX writes after names of functions. */
const applies = (node: ElementContent | undefined): boolean =>
  node?.type === 'element' &&
  node.tagName === 'mo' &&
  node.children.length === 1 &&
  node.children[0]?.type === 'text' &&
  node.children[0].value === '\u2061';

/**
 * A rehype plugin that joins the name of a function and its application into one argument. For a name
 * alone in a script (`\sigma_{\max}^2`) KaTeX writes two, and browsers reject a wrong number.
 */
export function groupArguments() {
  return (tree: Root): void => {
    visit(tree, 'element', (node) => {
      const count = argumentCounts[node.tagName];
      if (count === undefined || node.children.length <= count) return;
      const grouped: ElementContent[] = [];
      for (const child of node.children) {
        const name = applies(child) ? grouped.pop() : undefined;
        grouped.push(name ? row([name, child]) : child);
      }
      node.children = grouped;
    });
  };
}

const row = (children: ElementContent[]): Element => ({
  type: 'element',
  tagName: 'mrow',
  properties: {},
  children,
});

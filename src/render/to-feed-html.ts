import type { Element, Root } from 'hast';
import { EXIT, SKIP, visit } from 'unist-util-visit';
import { formulaToText } from './formula-to-text.ts';
import { toMathAlphabet } from './math-alphabets.ts';
import { withoutParagraph, writeParagraphs } from './to-html.ts';
import { hasClass, type TypesetText } from './typeset.ts';

/**
 * HTML of an abstract for programs without the style sheets of the site: paragraphs without classes,
 * formulas as MathML, what stays as captured as `<code>`.
 */
export function toFeedHtml(text: TypesetText): string {
  return writeParagraphs(text, bareMathematics).join('\n');
}

/** The same of a title: phrasing content without a paragraph around it. */
export function toInlineFeedHtml(text: TypesetText): string {
  return writeParagraphs(text, bareMathematics).map(withoutParagraph).join('\n').trim();
}

/**
 * Reduces each formula to its MathML, with the formula as text for screen readers, and without the
 * LaTeX: programs that drop the elements and keep their text would show the formula twice.
 */
function bareMathematics(paragraph: Element): void {
  visit(paragraph, 'element', (node, index, parent) => {
    if (parent === undefined || index === undefined) return;
    if (hasClass(node, 'as-captured')) {
      parent.children[index] = { ...node, tagName: 'code', properties: {} };
    } else if (hasClass(node, 'formula')) {
      parent.children[index] = takeMath(node);
    } else return;
    return SKIP;
  });
}

function takeMath(formula: Element): Element {
  const [math, semantics, annotation] = ['math', 'semantics', 'annotation'].map((name) =>
    findElement(formula, name),
  );
  const [latex] = annotation.children;
  const children = semantics.children.filter((child) => child !== annotation);
  visit({ type: 'root', children } satisfies Root, 'element', writeVariant);
  return {
    ...math,
    properties: { alttext: latex?.type === 'text' ? formulaToText(latex.value) : undefined },
    children,
  };
}

/**
 * Replaces letters with a `mathvariant` by the Unicode characters of that alphabet: browsers support
 * no value but `normal`.
 * @see https://www.w3.org/TR/mathml-core/#the-mathvariant-attribute
 */
function writeVariant(node: Element): void {
  const [text] = node.children;
  if (text?.type !== 'text') return;
  const letters = toMathAlphabet(String(node.properties.mathvariant), text.value);
  if (letters === undefined) return;
  node.children = [{ type: 'text', value: letters }];
  node.properties.mathvariant = undefined;
}

function findElement(within: Element, name: string): Element {
  let found: Element | undefined;
  visit(within, 'element', (node) => {
    if (node.tagName !== name) return;
    found = node;
    return EXIT;
  });
  if (found === undefined) throw new Error(`KaTeX wrote a formula without <${name}>.`);
  return found;
}

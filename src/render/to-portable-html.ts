import type { Element, Root } from 'hast';
import type { InlineCode } from 'mdast';
import rehypeKatex from 'rehype-katex';
import rehypeStringify from 'rehype-stringify';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { EXIT, SKIP, visit } from 'unist-util-visit';
import { VFile } from 'vfile';
import { formulaToText } from './formula-to-text.ts';
import { groupArguments } from './group-arguments.ts';
import { katexOptions, refusedColour } from './katex-options.ts';
import { toMathAlphabet } from './math-alphabets.ts';
import { replaceRefused, wrapFormulas } from './to-html.ts';
import type { CleanMarkdown } from './to-markdown.ts';

/**
 * Leaves of each formula its MathML alone, with the formula as text for who reads it aloud. Without the
 * LaTeX in it: a program that drops the elements and keeps their text would show the formula twice.
 */
function bareMathematics() {
  return (tree: Root): void => {
    visit(tree, 'element', (node, index, parent) => {
      const classes = node.properties.className;
      if (!Array.isArray(classes) || parent === undefined || index === undefined) return;
      if (classes.includes('as-captured')) {
        parent.children[index] = { ...node, tagName: 'code', properties: {} };
      } else if (classes.includes('formula')) {
        parent.children[index] = takeMath(node);
      }
      return SKIP;
    });
  };
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
 * Writes letters of another alphabet as the characters that Unicode has for them: browsers know no
 * `mathvariant` but `normal`.
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

const processor = unified()
  .use(remarkParse)
  .use(remarkMath)
  .use(remarkRehype, {
    handlers: {
      inlineCode: (_state: unknown, node: InlineCode): Element => ({
        type: 'element',
        tagName: 'code',
        properties: {},
        children: [{ type: 'text', value: node.value }],
      }),
    },
  })
  .use(wrapFormulas)
  .use(rehypeKatex, { ...katexOptions, errorColor: refusedColour, output: 'mathml' })
  .use(replaceRefused)
  .use(groupArguments)
  .use(bareMathematics)
  .use(rehypeStringify)
  .freeze();

/**
 * HTML for programs that have none of the site's style sheets: no classes, formulas as MathML, what
 * stays as captured as `<code>`. A paragraph for each paragraph.
 */
export function toPortableHtml({ markdown, ...data }: CleanMarkdown): string {
  const file = new VFile({ value: markdown, data });
  return processor.stringify(processor.runSync(processor.parse(file), file) as Root);
}

/** The same of a title: phrasing content without a paragraph round it. */
export function toPortableInlineHtml(clean: CleanMarkdown): string {
  return toPortableHtml(clean)
    .replace(/<\/?p>/g, '')
    .trim();
}

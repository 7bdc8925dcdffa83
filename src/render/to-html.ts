import type { Element, Root, RootContent } from 'hast';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { setFormulas } from './set-formulas.ts';
import type { TypesetText } from './typeset.ts';

const stringifier = unified().use(rehypeStringify).freeze();

/** HTML of an abstract: paragraphs with blank lines between, which copied text keeps. */
export function toHtml(text: TypesetText): string {
  return writeParagraphs(text, setFormulas).join('\n\n');
}

/**
 * HTML of a title: phrasing content without a paragraph around it, and without links, as most titles
 * are in a link.
 */
export function toInlineHtml(text: TypesetText): string {
  return writeParagraphs(text, finishTitle).map(withoutParagraph).join('\n');
}

/**
 * As {@link toInlineHtml}, with `data-style` for `style`: for scripts that insert it into pages whose
 * policy forbids style attributes.
 */
export function toScriptedHtml(text: TypesetText): string {
  const finish = (paragraph: Element): void => {
    finishTitle(paragraph);
    visit(paragraph, 'element', (node) => {
      node.properties = Object.fromEntries(
        Object.entries(node.properties).map(([name, value]) => [
          name === 'style' ? 'dataStyle' : name,
          value,
        ]),
      );
    });
  };
  return writeParagraphs(text, finish).map(withoutParagraph).join('\n');
}

function finishTitle(paragraph: Element): void {
  setFormulas(paragraph);
  visit(paragraph, 'element', (node, index, parent) => {
    if (node.tagName !== 'a' || parent === undefined || index === undefined) return undefined;
    parent.children.splice(index, 1, ...node.children);
    return index;
  });
}

/** The content of a paragraph that `writeParagraphs` returned. */
export const withoutParagraph = (html: string): string => html.slice('<p>'.length, -'</p>'.length);

/**
 * The paragraphs of a text as HTML.
 * @param finish changes a copy of a paragraph before it is written
 */
export function writeParagraphs(text: TypesetText, finish: (paragraph: Element) => void): string[] {
  return text.map((paragraph) => {
    if (typeof paragraph === 'string') return `<p>${escapeText(paragraph)}</p>`;
    const copy = structuredClone(paragraph);
    finish(copy);
    return stringifier.stringify({ type: 'root', children: [copy as RootContent] } satisfies Root);
  });
}

/** Escapes text in the same way as rehype-stringify. */
const escapeText = (text: string): string =>
  text.replace(/[<&]/g, (c) => (c === '<' ? '&#x3C;' : '&#x26;'));

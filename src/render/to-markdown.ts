import type { Root } from 'mdast';
import remarkMath from 'remark-math';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { isFormula, type Segment } from '../restore/segments.ts';
import { cleanText } from './clean-text.ts';
import { flatten } from './flatten.ts';
import type { FormulaNode, FormulaOrigin } from './phrasing.ts';

/** Markdown of a restored text, and what a reader of it must know besides. */
export interface CleanMarkdown {
  /** Formulas as `$…$`, what stays as captured as inline code, all else escaped. */
  markdown: string;
  /** For each formula, in order, where it comes from. */
  formulas: FormulaOrigin[];
}

const stringifier = unified()
  .use(remarkMath)
  .use(remarkStringify, {
    emphasis: '*',
    strong: '*',
    resourceLink: false,
    // Of itself it escapes `<` before a letter only, and `<=@a>` would be a link to write a mail.
    unsafe: [{ character: '<', inConstruct: 'phrasing' }],
  })
  .freeze();

/** Restored segments as cleaned Markdown, one paragraph for each paragraph of the capture. */
export function toMarkdown(segments: readonly Segment[]): CleanMarkdown {
  const tree: Root = {
    type: 'root',
    children: flatten(segments).map((flat) => ({ type: 'paragraph', children: cleanText(flat) })),
  };
  const formulas: CleanMarkdown['formulas'] = [];
  visit(tree, 'inlineMath', (node, index, parent) => {
    formulas.push((node as FormulaNode).origin);
    // `$a$$b$` would be read as one formula: an empty comment, which prints nothing, parts them.
    const next = index === undefined ? undefined : parent?.children[index + 1];
    if (next?.type === 'inlineMath')
      parent?.children.splice((index ?? 0) + 1, 0, { type: 'html', value: '<!---->' });
  });
  // Not `trimEnd`: without the thin space behind it, the hyphen of `-\,` would begin a list.
  return { markdown: stringifier.stringify(tree).replace(/\n+$/, ''), formulas };
}

/** Tells whether there is anything to typeset: a page without formulas needs no KaTeX. */
export function hasFormula(segments: readonly Segment[]): boolean {
  return (
    segments.some(isFormula) ||
    flatten(segments).some(({ objects }) => objects.some((o) => o.type === 'inlineMath'))
  );
}

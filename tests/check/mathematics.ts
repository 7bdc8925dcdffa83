import type { Element, Root } from 'hast';
import { toText } from 'hast-util-to-text';
import { SKIP, visit } from 'unist-util-visit';
import { argumentCounts } from '../../src/render/group-arguments.ts';
import { refusedColour } from '../../src/render/katex-options.ts';
import { residuePattern } from '../../src/render/residue.ts';
import { findElements, hasClass, type Page, type SiteCheck } from './site-pages.ts';

/** Whether an element holds a text that readers do not read as the page's own. */
function isApart(element: Element): boolean {
  return ['head', 'script', 'style', 'annotation', 'pre', 'code'].includes(element.tagName);
}

/** The texts of a page that readers read, without formulas and what is marked as captured. */
function readableTexts(root: Root): string[] {
  const texts: string[] = [];
  visit(root, (node) => {
    if (node.type === 'text') texts.push(node.value);
    const isSkipped =
      node.type === 'element' &&
      (isApart(node) ||
        hasClass(node, 'formula') ||
        hasClass(node, 'katex') ||
        hasClass(node, 'as-captured'));
    return isSkipped ? SKIP : undefined;
  });
  return texts;
}

/** No formula shows an error instead of itself. */
export const noKatexError: SiteCheck = {
  name: 'no page shows a KaTeX error',
  find: ({ pages }) =>
    pages.flatMap((page) =>
      findElements(
        page.tree,
        (e) =>
          hasClass(e, 'katex-error') ||
          [e.properties.style, e.properties.mathcolor].join().includes(refusedColour),
      ).map((e) => ({
        file: page.file,
        message: `${e.properties.title ?? toText(e)}`,
      })),
    ),
};

/** What is left of LaTeX stands only where it is marked. */
export const noResidue: SiteCheck = {
  name: 'what is left of LaTeX stands only in marked spans',
  find: ({ pages }) =>
    pages.flatMap((page) =>
      readableTexts(page.tree)
        .filter((text) => residuePattern.test(text))
        .map((text) => ({
          file: page.file,
          message: `unmarked LaTeX: ${text.trim().slice(0, 100)}`,
        })),
    ),
};

/** Every formula says what captured text it stands for, and is read once: as MathML, not as its picture. */
export const wholeFormulas: SiteCheck = {
  name: 'each formula holds its captured text and its MathML',
  find: ({ pages }) =>
    pages.flatMap((page) =>
      findElements(page.tree, (e) => hasClass(e, 'formula'))
        .filter((e) => !isWhole(e))
        .map((e) => ({
          file: page.file,
          message: `a formula without captured text or MathML, or with too many arguments: ${toText(e)}`,
        })),
    ),
};

function isWhole(formula: Element): boolean {
  const miscounted = findElements(formula, ({ tagName, children }) => {
    const count = argumentCounts[tagName];
    return count !== undefined && children.length !== count;
  });
  return (
    typeof formula.properties.dataCaptured === 'string' &&
    findElements(formula, (e) => e.tagName === 'math').length === 1 &&
    miscounted.length === 0
  );
}

/** The texts that the paper pages show as captured: what the restoring did not understand. */
export function listAsCaptured(pages: readonly Page[]): { file: string; text: string }[] {
  return pages
    .filter((page) => page.file.startsWith('papers/'))
    .flatMap(({ file, tree }) =>
      // What a page shows as captured in full, for comparison, is no failure to restore.
      findElements(tree, (e) => e.tagName === 'h1' || hasClass(e, 'abstract'))
        .flatMap((part) => findElements(part, (e) => hasClass(e, 'as-captured')))
        .map((e) => ({ file, text: toText(e) })),
    );
}

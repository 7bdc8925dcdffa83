import katexCss from 'katex/dist/katex.min.css?url';
import { makeElement } from '../page/elements.ts';

/** Elements that KaTeX writes; none of them loads or executes anything. */
const elements = new Set(
  'em strong span math semantics annotation mrow mi mn mo ms mtext mspace mstyle msup msub msubsup mfrac msqrt mroot munder mover munderover mtable mtr mtd mpadded mphantom menclose svg path line'.split(
    ' ',
  ),
);
const attributes = new Set(
  'class data-style aria-hidden xmlns encoding mathvariant stretchy fence separator accent accentunder width height depth lspace rspace scriptlevel displaystyle linethickness viewBox preserveAspectRatio d'.split(
    ' ',
  ),
);

/**
 * The nodes of a title that the build typeset. Although the HTML comes from the archive itself, everything that
 * KaTeX does not write is removed.
 */
export function readTypesetTitle(document: Document, html: string): Node[] {
  // Scripts in this document are not executed, and nothing is loaded.
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  for (const element of body.querySelectorAll('*')) {
    if (!elements.has(element.localName)) element.replaceWith(element.textContent ?? '');
    for (const { name } of [...element.attributes]) {
      if (!attributes.has(name)) element.removeAttribute(name);
    }
  }
  document.adoptNode(body);
  // The policy of pages without formulas forbids style attributes, but not styles that scripts set.
  for (const element of body.querySelectorAll<HTMLElement>('[data-style]')) {
    element.style.cssText = element.dataset.style ?? '';
    element.removeAttribute('data-style');
  }
  return [...body.childNodes];
}

let styles: Promise<unknown> | undefined;

/** Loads the style sheet of KaTeX if the page does not have it. */
export async function loadKatexStyles(document: Document): Promise<void> {
  styles ??= loadStyles(document);
  await styles;
}

async function loadStyles(document: Document): Promise<unknown> {
  const sheets = document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]');
  if ([...sheets].some((sheet) => sheet.getAttribute('href') === katexCss)) return undefined;
  const sheet = makeElement('link', { rel: 'stylesheet', href: katexCss });
  const loaded = new Promise((resolve, reject) => {
    sheet.addEventListener('load', resolve);
    sheet.addEventListener('error', reject);
  });
  document.head.append(sheet);
  return loaded;
}

import katexCss from 'katex/dist/katex.min.css?url';

/** What KaTeX writes, and nothing that acts or loads. */
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
 * A title that the build typeset, from its HTML, as nodes of a document. It comes from the archive
 * itself; nothing but what KaTeX writes is let through all the same.
 */
export function readTypesetTitle(document: Document, html: string): Node[] {
  // A document of this kind runs and loads nothing.
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  for (const element of body.querySelectorAll('*')) {
    if (!elements.has(element.localName)) element.replaceWith(element.textContent ?? '');
    for (const { name } of [...element.attributes]) {
      if (!attributes.has(name)) element.removeAttribute(name);
    }
  }
  const nodes = [...body.childNodes].map((node) => document.importNode(node, true));
  for (const node of nodes) if (node instanceof HTMLElement) applyStyles(node);
  return nodes;
}

/** Styles that stand in HTML are forbidden on pages that came without formulas; those that a script sets are not. */
function applyStyles(root: HTMLElement): void {
  for (const element of root.querySelectorAll<HTMLElement>('[data-style]')) {
    element.style.cssText = element.dataset.style ?? '';
    element.removeAttribute('data-style');
  }
}

let styles: Promise<unknown> | undefined;

/** Sees to it that formulas look like formulas on a page that came without any; settles when they do. */
export async function needKatexStyles(document: Document): Promise<void> {
  styles ??= loadStyles(document);
  await styles;
}

async function loadStyles(document: Document): Promise<unknown> {
  const sheets = document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]');
  if ([...sheets].some((sheet) => sheet.getAttribute('href') === katexCss)) return undefined;
  const sheet = document.createElement('link');
  sheet.rel = 'stylesheet';
  sheet.href = katexCss;
  const loaded = new Promise((resolve, reject) => {
    sheet.addEventListener('load', resolve);
    sheet.addEventListener('error', reject);
  });
  document.head.append(sheet);
  return loaded;
}

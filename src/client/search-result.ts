import { hideFormulaKeys } from '../search/formula-key.ts';
import type { PagefindResult } from './pagefind.ts';

/** A match as an entry of the list of results: title, day, excerpt. */
export function makeResult(
  document: Document,
  { url, meta, excerpt }: PagefindResult,
): HTMLElement {
  const item = document.createElement('li');
  const title = document.createElement('h2');
  const link = document.createElement('a');
  title.className = 'title';
  link.href = url;
  link.textContent = meta.title;
  title.append(link);
  const text = document.createElement('p');
  text.className = 'facts';
  text.append(...readExcerpt(document, hideFormulaKeys(excerpt)));
  const day = document.createElement('p');
  day.className = 'facts label';
  day.textContent = meta.day ?? '';
  item.append(title, day, text);
  return item;
}

/** An excerpt as text and its marks, and nothing else, whatever Pagefind may let through. */
function readExcerpt(document: Document, excerpt: string): Node[] {
  const { body } = new DOMParser().parseFromString(excerpt, 'text/html');
  return [...body.childNodes].map((node) => {
    const content = node.textContent ?? '';
    if (node.nodeName !== 'MARK') return document.createTextNode(content);
    const mark = document.createElement('mark');
    mark.textContent = content;
    return mark;
  });
}

import { searchUrl } from '../../urls.ts';
import { makeButton, makeElement } from '../page/elements.ts';
import { writeState } from './search-state.ts';
import { makeSearchView } from './search-view.ts';

/**
 * Fills a dialog that has a field with the search of the search page.
 * @param page HTML of the search page
 * @throws {Error} if that page cannot be loaded
 */
export async function fillSearchDialog(
  dialog: HTMLDialogElement,
  page: Promise<string>,
): Promise<void> {
  const root = readSearch(await page);
  const whole = makeElement('a', { textContent: 'Open as a page' });
  // A reload of the page opens this address, see `offerReload`.
  whole.dataset.query = '';
  const closer = makeButton('Close', () => dialog.close());
  const bar = makeElement('p', { className: 'bar' }, whole, closer);

  const view = makeSearchView(root, (state) => {
    whole.href = searchUrl() + writeState(state);
  });
  view.form.element.addEventListener('submit', () => location.assign(whole.href));

  const typed = dialog.querySelector('input');
  const query = typed?.value ?? '';
  const at = typed?.selectionStart ?? query.length;
  dialog.replaceChildren(root, bar);
  const state = { ...view.form.read(), query };
  whole.href = searchUrl() + writeState(state);
  view.ask(state);
  view.form.field.focus();
  view.form.field.setSelectionRange(at, query.length);
}

/** The search of the search page as a part of this document, without its heading: the dialog has a name. */
function readSearch(html: string): HTMLElement {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const found = page.querySelector<HTMLElement>('main .search');
  if (!found) throw new Error('The search page has no search.');
  const root = document.importNode(found, true);
  for (const element of root.querySelectorAll('h1, noscript')) element.remove();
  return root;
}

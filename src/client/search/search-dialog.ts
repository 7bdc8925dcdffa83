import { searchUrl } from '../../urls.ts';
import { writeState } from './search-state.ts';
import { makeSearchView } from './search-view.ts';

/**
 * Makes a dialog with a field the search. What is in it is the search page's own.
 * @param page HTML of the search page
 * @throws {Error} where that page cannot be had
 */
export async function fillSearchDialog(
  dialog: HTMLDialogElement,
  page: Promise<string>,
): Promise<void> {
  const root = readSearch(await page);
  const bar = document.createElement('p');
  bar.className = 'bar';
  const whole = document.createElement('a');
  whole.href = searchUrl();
  whole.textContent = 'Open as a page';
  const closer = document.createElement('button');
  closer.type = 'button';
  closer.textContent = 'Close';
  closer.addEventListener('click', () => dialog.close());
  bar.append(whole, closer);

  const view = makeSearchView(root, (state) => {
    whole.href = searchUrl() + writeState(state);
  });
  view.form.element.addEventListener('submit', () => location.assign(whole.href));
  // What is no part of the sheet is beside it.
  dialog.addEventListener('click', ({ target }) => {
    if (target === dialog) dialog.close();
  });

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

/** The search of the search page, as a part of this document; its heading is the dialog's name. */
function readSearch(html: string): HTMLElement {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const found = page.querySelector<HTMLElement>('main .search');
  if (!found) throw new Error('The search page has no search.');
  const root = document.importNode(found, true);
  for (const element of root.querySelectorAll('h1, noscript')) element.remove();
  return root;
}

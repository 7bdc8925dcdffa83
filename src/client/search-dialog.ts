import { searchUrl } from '../urls.ts';
import { writeState } from './search-state.ts';
import { makeSearchView } from './search-view.ts';

let sheet: Promise<() => void> | undefined;

/**
 * Opens the search as a sheet over the page. It is the search page's own, fetched once.
 * @throws {Error} where that page cannot be had
 */
export async function showSearchDialog(): Promise<void> {
  sheet ??= makeSheet();
  try {
    (await sheet)();
  } catch (error) {
    sheet = undefined;
    throw error;
  }
}

/** @returns what opens it */
async function makeSheet(): Promise<() => void> {
  const response = await fetch(searchUrl());
  if (!response.ok) throw new Error(`the search page answers ${response.status}`);
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const found = page.querySelector<HTMLElement>('main .search');
  if (!found) throw new Error('the search page has no search');
  const root = document.importNode(found, true);
  root.querySelector('h1')?.remove();
  root.querySelector('noscript')?.remove();

  const dialog = document.createElement('dialog');
  dialog.className = 'sheet';
  dialog.setAttribute('aria-label', 'Search');
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
  dialog.append(root, bar);
  document.body.append(dialog);

  const view = makeSearchView(root, (state) => {
    whole.href = searchUrl() + writeState(state);
  });
  view.form.element.addEventListener('submit', () => location.assign(whole.href));
  // The dialog's own box is only what is beside the sheet.
  dialog.addEventListener('click', ({ target }) => {
    if (target === dialog) dialog.close();
  });
  view.ask(view.form.read());
  return () => {
    if (!dialog.open) dialog.showModal();
    view.form.field.focus();
    view.form.field.select();
  };
}

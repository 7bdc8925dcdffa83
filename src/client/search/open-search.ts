import { searchUrl } from '../../urls.ts';
import { makeDialog, makeElement } from '../page/elements.ts';
import { fetchText } from '../page/fetch-text.ts';

let sheet: HTMLDialogElement | undefined;

/**
 * Opens the search in a dialog, or moves to the field on the search page. The dialog has a field at once, so that no
 * typing is lost while the rest is loaded; if that fails, it goes to the search page.
 */
export function openSearch(): void {
  const field = document.querySelector<HTMLInputElement>('main .search input[type="search"]');
  if (field) {
    field.focus();
    return;
  }
  sheet ??= makeSheet();
  if (!sheet.open) sheet.showModal();
  const own = sheet.querySelector('input');
  own?.focus();
  own?.select();
}

/** Makes the link in the masthead open the dialog, except in a new tab. */
export function startSearchLinks(): void {
  document.addEventListener('click', (event) => {
    if (event.defaultPrevented || event.button !== 0) return;
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    if (!(event.target instanceof Element) || !event.target.closest('a[data-opens-search]')) return;
    event.preventDefault();
    openSearch();
  });
}

function makeSheet(): HTMLDialogElement {
  const field = makeElement('input', { type: 'search', ariaLabel: 'Words or formulas' });
  const dialog = makeDialog('sheet', 'Search', makeElement('div', { className: 'search' }, field));
  const page = fetchText(searchUrl());
  // If the code cannot be loaded, the page is not awaited.
  page.catch(() => undefined);
  import('./search-dialog.ts')
    .then(({ fillSearchDialog }) => fillSearchDialog(dialog, page))
    .catch(() => location.assign(searchUrl(field.value)));
  return dialog;
}

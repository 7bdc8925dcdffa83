import { searchUrl } from '../../urls.ts';
import { fetchText } from '../page/fetch-text.ts';

let sheet: HTMLDialogElement | undefined;

/**
 * Opens the search over the page, as the key `/` and the masthead's link do; on the search page itself
 * it leads to the field. A field is there at once, so that nothing that is typed is lost; the rest is
 * fetched with the first call. Where that fails it leads to the search page.
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

/** Makes the masthead's link open the search over the page; in a new tab it stays what it is. */
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
  const dialog = document.createElement('dialog');
  dialog.className = 'sheet';
  dialog.setAttribute('aria-label', 'Search');
  const place = document.createElement('div');
  place.className = 'search';
  const field = document.createElement('input');
  field.type = 'search';
  field.setAttribute('aria-label', 'Words or formulas');
  place.append(field);
  dialog.append(place);
  document.body.append(dialog);
  const page = fetchText(searchUrl());
  // Where the code cannot be had, nobody waits for the page.
  page.catch(() => undefined);
  import('./search-dialog.ts')
    .then(({ fillSearchDialog }) => fillSearchDialog(dialog, page))
    .catch(() => location.assign(searchUrl(field.value)));
  return dialog;
}

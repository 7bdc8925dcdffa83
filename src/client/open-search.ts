import { searchUrl } from '../urls.ts';

/**
 * Opens the search over the page, as the key `/` and the masthead's link do; on the search page itself
 * it leads to the field. What it needs is loaded with the first call; where that fails it leads to the
 * search page.
 */
export async function openSearch(): Promise<void> {
  const field = document.querySelector<HTMLInputElement>('main .search input[type="search"]');
  if (field) return field.focus();
  try {
    const { showSearchDialog } = await import('./search-dialog.ts');
    await showSearchDialog();
  } catch {
    location.assign(searchUrl());
  }
}

/** Makes links to the search page open the search over the page; in a new tab they stay what they are. */
export function startSearchLinks(document: Document): void {
  document.addEventListener('click', (event) => {
    if (event.defaultPrevented || event.button !== 0) return;
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const link = event.target instanceof Element && event.target.closest('a[data-opens-search]');
    if (!link) return;
    event.preventDefault();
    openSearch();
  });
}

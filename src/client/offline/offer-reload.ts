import { makeButton, makeElement } from '../page/elements.ts';

/** Says that the site has a newer build than the page, with a button that reloads it. */
export function offerReload(): void {
  // Elements outside an open dialog are inert.
  const place = document.querySelector('dialog[open]') ?? document.body;
  const shown = document.querySelector('.new-papers');
  if (shown?.parentElement === place) return;
  shown?.remove();
  const line = makeElement('p', { className: 'new-papers', role: 'status' });
  const button = makeButton('reload', () => {
    // The search dialog has the address of its query; that of the page does not have the query.
    const search = document.querySelector<HTMLAnchorElement>('dialog[open] a[data-query]');
    if (search) location.assign(search.href);
    else location.reload();
  });
  button.className = 'word';
  place.insertBefore(line, place.querySelector(':scope > .bar'));
  // Screen readers announce changes of a live region, not the content that it is inserted with.
  setTimeout(() => line.append('New papers have been published: ', button), 50);
}

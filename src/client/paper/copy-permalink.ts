import { copyAndTell } from './copy-and-tell.ts';

/**
 * Makes the button that copies a paper's permalink work: the address that the reader is at, without
 * query and anchor. Does nothing on a page without such a button.
 */
export function startCopyPermalink(document: Document): void {
  const button = document.querySelector<HTMLElement>('[data-copy-permalink]');
  const told = document.querySelector<HTMLElement>('[data-copied]');
  if (!button || !told) return;
  button.addEventListener('click', () => {
    void copyAndTell(`${location.origin}${location.pathname}`, told, 'Permalink copied');
  });
}

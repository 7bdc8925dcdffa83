import { makeElement } from './elements.ts';

/** Announces a message to screen readers; a failure is also visible. */
export function announce(message: string, isFailure = false): void {
  const line =
    document.querySelector<HTMLElement>('.announcement') ??
    makeElement('p', { className: 'announcement', role: 'status' });
  // Elements outside an open dialog are inert.
  const place = document.querySelector('dialog[open]') ?? document.body;
  if (line.parentElement !== place) place.append(line);
  line.classList.toggle('is-failure', isFailure);
  // Screen readers announce changes of a live region, and a message may be repeated.
  line.textContent = '';
  setTimeout(() => {
    line.textContent = message;
  }, 50);
}

/**
 * Says something to who listens with a screen reader; a failure is shown to all. The element is made
 * upon the first call, for most pages never need it.
 */
export function announce(message: string, isFailure = false): void {
  const line = document.querySelector<HTMLElement>('.announcement') ?? makeLine();
  // Beside an open dialog nothing is heard or seen.
  const place = document.querySelector('dialog[open]') ?? document.body;
  if (line.parentElement !== place) place.append(line);
  line.classList.toggle('is-failure', isFailure);
  // A live region speaks when it changes after it has been seen, and a message may be said twice.
  line.textContent = '';
  setTimeout(() => {
    line.textContent = message;
  }, 50);
}

function makeLine(): HTMLElement {
  const line = document.createElement('p');
  line.className = 'announcement';
  line.setAttribute('role', 'status');
  return line;
}

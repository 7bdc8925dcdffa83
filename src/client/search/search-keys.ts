/**
 * Lets the arrow keys lead from the field through the results and back.
 * @param root holds the field and the results
 */
export function startSearchKeys(root: HTMLElement): void {
  root.addEventListener('keydown', (event) => {
    const { key, altKey, ctrlKey, metaKey, shiftKey } = event;
    if (altKey || ctrlKey || metaKey || shiftKey || event.isComposing) return;
    const step = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    const stops = [
      ...root.querySelectorAll<HTMLElement>(
        'input[type="search"], [data-results] .title a, [data-more]:not([hidden])',
      ),
    ];
    const at = stops.indexOf(event.target as HTMLElement);
    const next = stops[at + step];
    if (at < 0 || !next) return;
    event.preventDefault();
    next.focus();
  });
}

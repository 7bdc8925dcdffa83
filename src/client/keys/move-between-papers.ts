/** The open dialog, outside of which nothing can be reached, or else the page. */
const findScope = (): ParentNode => document.querySelector('dialog[open]') ?? document;

/** The visible titles of lists. */
function listTitles(): HTMLElement[] {
  return [...findScope().querySelectorAll<HTMLElement>('.contents .title a')].filter((title) =>
    title.checkVisibility(),
  );
}

let last: HTMLElement | undefined;

/** The title whose entry has the focus, or that had it last if nothing has the focus. */
export function currentTitle(
  titles: readonly HTMLElement[] = listTitles(),
): HTMLElement | undefined {
  const focused = document.activeElement?.closest('.contents > li');
  return (
    titles.find((title) => focused?.contains(title)) ??
    (document.activeElement === document.body ? titles.find((title) => title === last) : undefined)
  );
}

/**
 * Moves to the next or previous paper. On the page of a paper this opens its neighbour in the day; elsewhere it
 * moves the focus between titles, starting with the first one in the window.
 * @param step 1 for the next, -1 for the previous
 */
export function moveBetweenPapers(step: 1 | -1): void {
  if (findScope().querySelector('article[data-paper-id]')) {
    const rel = step === 1 ? 'next' : 'prev';
    document.querySelector<HTMLElement>(`.previous-next a[rel="${rel}"]`)?.click();
    return;
  }
  const titles = listTitles();
  const current = currentTitle(titles);
  const target = current
    ? titles[titles.indexOf(current) + step]
    : titles.find((title) => title.getBoundingClientRect().top >= 0);
  if (!target) return;
  last = target;
  target.focus({ preventScroll: true });
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
  (target.closest('li') ?? target).scrollIntoView({
    block: 'nearest',
    behavior: isStill ? 'instant' : 'smooth',
  });
}

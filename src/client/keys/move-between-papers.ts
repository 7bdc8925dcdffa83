/** A dialog that is open, with all that can be reached; else the page. */
const findScope = (): ParentNode => document.querySelector('dialog[open]') ?? document;

/** Titles that one moves between: those of the lists that are shown. */
function listTitles(): HTMLElement[] {
  return [...findScope().querySelectorAll<HTMLElement>('.contents .title a')].filter((title) =>
    title.checkVisibility(),
  );
}

let last: HTMLElement | undefined;

/** The title in a list that has the focus, or beside which something has, or that last had it. */
function findCurrentTitle(titles: readonly HTMLElement[]): HTMLElement | undefined {
  const focused = document.activeElement?.closest('.contents > li');
  return (
    titles.find((title) => focused?.contains(title)) ??
    (document.activeElement === document.body ? titles.find((title) => title === last) : undefined)
  );
}

/** The title that a key is about: undefined until one was moved to. */
export function currentTitle(): HTMLElement | undefined {
  return findCurrentTitle(listTitles());
}

/**
 * Moves to the next or previous paper: on a paper's page to its neighbour in the day, elsewhere the
 * focus to a title, at first to the one that stands highest in the window.
 * @param step 1 for the next, -1 for the previous
 */
export function moveBetweenPapers(step: 1 | -1): void {
  if (findScope().querySelector('article[data-paper-id]')) {
    const rel = step === 1 ? 'next' : 'prev';
    document.querySelector<HTMLElement>(`.previous-next a[rel="${rel}"]`)?.click();
    return;
  }
  const titles = listTitles();
  const current = findCurrentTitle(titles);
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

import { listPrefix } from '../list/list-store.ts';
import { markPapers } from '../list/mark-papers.ts';
import { sortList } from '../list/sort-list.ts';
import { fetchText } from './fetch-text.ts';
import { setPreference } from './preferences.ts';

/** Abstracts of a day are fetched when its list is this far below the window. */
const lookAhead = '800px';

/**
 * Starts the switch between titles and abstracts. The page of a day contains its abstracts; the pages of weeks fetch
 * them from there as the reader scrolls, and those of months the whole list.
 */
export function startAbstractsSwitch(document: Document): void {
  const { dataset } = document.documentElement;
  const lists = document.querySelectorAll<HTMLElement>('[data-abstracts-from]');
  const watcher = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        watcher.unobserve(target);
        void fetchAbstracts(target as HTMLElement);
      }
    },
    { rootMargin: lookAhead },
  );
  const show = (): void => {
    watcher.disconnect();
    if (!dataset.abstracts) return;
    for (const list of lists) watcher.observe(list);
    // Elsewhere, style sheets open the details.
    if (CSS.supports('selector(::details-content)')) return;
    for (const details of document.querySelectorAll<HTMLDetailsElement>('.contents details'))
      details.open = true;
  };
  for (const button of document.querySelectorAll('[data-abstracts-switch]')) {
    button.addEventListener('click', () => {
      setPreference('abstracts', dataset.abstracts ? undefined : 'shown');
      show();
    });
  }
  show();
}

/** Fetches the abstracts of a day; after a failure it can be called again. @param section of the day */
async function fetchAbstracts(section: HTMLElement): Promise<void> {
  const status = section.querySelector('[role="status"]');
  const titles = section.querySelector('.titles');
  const entries = section.querySelectorAll<HTMLElement>('li[data-slug]:not(:has(details))');
  if (!titles && entries.length === 0) return;
  let message = '';
  try {
    const html = await fetchText(section.dataset.abstractsFrom ?? '');
    const day = new DOMParser().parseFromString(html, 'text/html');
    if (titles) replaceTitles(titles, day);
    else insertAbstracts(entries, day);
  } catch {
    message = 'The abstracts of this day could not be loaded. Switch them off and on to try again.';
  }
  if (status) status.textContent = message;
}

const missing = 'The response is not the page of the day.';

/** Inserts abstracts into the entries of a list. */
function insertAbstracts(entries: Iterable<HTMLElement>, day: Document): void {
  for (const entry of entries) {
    const slug = CSS.escape(entry.dataset.slug ?? '');
    const abstract = day.querySelector(`li[data-slug="${slug}"] details`);
    if (!abstract) throw new Error(missing);
    entry.lastElementChild?.append(document.adoptNode(abstract));
  }
}

/** Replaces a list of titles by that of the day's page, without repeating an id. */
function replaceTitles(titles: Element, day: Document): void {
  const list = day.querySelector('.contents');
  if (!list) throw new Error(missing);
  for (const item of list.children)
    if (document.getElementById(item.id)) item.removeAttribute('id');
  for (const title of list.querySelectorAll('h2.title')) {
    const below = document.createElement('h3');
    below.className = title.className;
    below.append(...title.childNodes);
    title.replaceWith(below);
  }
  // Hundreds of abstracts are laid out only when they are scrolled into view.
  list.classList.add('long');
  titles.parentElement?.querySelector('.more')?.remove();
  titles.replaceWith(document.adoptNode(list));
  sortList(list);
  markPapers(listPrefix, list, true);
}

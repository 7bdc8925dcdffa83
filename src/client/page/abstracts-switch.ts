import { fetchText } from './fetch-text.ts';
import { setPreference } from './preferences.ts';

/** Abstracts of a day are fetched when its list is this far below the window. */
const lookAhead = '800px';

/**
 * Starts the switch between titles and abstracts. The page of a day contains its abstracts; the pages of weeks and
 * months fetch them from there as the reader scrolls.
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

/** Inserts the abstracts of a day into its list of titles; after a failure it can be called again. */
async function fetchAbstracts(list: HTMLElement): Promise<void> {
  const status = list.querySelector('[role="status"]');
  const entries = list.querySelectorAll<HTMLElement>('li[data-slug]:not(:has(details))');
  if (entries.length === 0) return;
  let message = '';
  try {
    const html = await fetchText(list.dataset.abstractsFrom ?? '');
    const day = new DOMParser().parseFromString(html, 'text/html');
    for (const entry of entries) {
      const slug = CSS.escape(entry.dataset.slug ?? '');
      const abstract = day.querySelector(`li[data-slug="${slug}"] details`);
      if (!abstract) throw new Error('The response is not the page of the day.');
      entry.lastElementChild?.append(document.adoptNode(abstract));
    }
  } catch {
    message = 'The abstracts of this day could not be loaded. Switch them off and on to try again.';
  }
  if (status) status.textContent = message;
}

import { fetchAbstracts } from './fetch-abstracts.ts';
import { setPreference } from './preference.ts';

/** How far below the screen a day's abstracts are fetched, so that they are there when it is reached. */
const lookAhead = '800px';

/**
 * Makes the switch between titles and abstracts work. A day's own page holds its abstracts; on the
 * pages of weeks and months they are fetched from there, day by day as one comes to them.
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
    // Browsers in which styles cannot unfold what is folded.
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

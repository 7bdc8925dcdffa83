import type { LaterPaper, LaterPapers } from '../../export/later-papers.ts';
import { paperUrl } from '../../urls.ts';
import { formatDate } from '../list/paper-item.ts';
import { makeElement } from '../page/elements.ts';
import { fetchText } from '../page/fetch-text.ts';

/**
 * Adds the related papers that were added after the list of a paper was closed, when its section comes near the window.
 * Without a connection, or without such papers, the section stays as it is.
 */
export function startLaterPapers(document: Document): void {
  const section = document.querySelector<HTMLElement>('[data-later]');
  const slug = document.querySelector<HTMLElement>('article[data-slug]')?.dataset.slug;
  const address = section?.dataset.later;
  if (!section || !slug || !address) return;
  const show = async (): Promise<void> => {
    const files: LaterPapers = JSON.parse(await fetchText(address));
    const later = Object.hasOwn(files, slug) ? (files[slug] ?? []) : [];
    if (later.length === 0) return;
    const heading = makeElement('h3', { className: 'caps', textContent: 'Since then' });
    section.append(heading, makeElement('ol', {}, ...later.map(makeItem)));
    section.hidden = false;
  };
  const start = (): void => void show().catch(() => undefined);
  // A hidden section has no place in the page.
  if (section.hidden) {
    start();
    return;
  }
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      start();
    },
    { rootMargin: '400px' },
  );
  observer.observe(section);
}

function makeItem({ slug, title, day, shared }: LaterPaper): HTMLLIElement {
  const link = makeElement('a', { href: paperUrl(slug), textContent: title });
  const time = makeElement('time', { dateTime: day, textContent: formatDate(day, 'UTC') });
  const words = shared.flatMap((word, i) => [
    ...(i > 0 ? [', '] : []),
    makeElement('span', { className: 'unbroken', textContent: word }),
  ]);
  return makeElement('li', {}, link, makeElement('p', {}, time, ' · both on ', ...words));
}

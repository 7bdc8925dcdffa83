import { paperUrl } from '../../urls.ts';
import type { ListedPaper } from './list-entry.ts';

/** Fills an item that was cloned from a template: its link, its data attributes and the names of its buttons. */
export function fillItem(item: HTMLElement, { id, slug, title, day }: ListedPaper): void {
  Object.assign(item.dataset, { paperId: id, slug, paperTitle: title, paperDay: day });
  const link = item.querySelector('a');
  if (link) Object.assign(link, { href: paperUrl(slug), textContent: title });
  // As `ListButtons.astro` does, so that the buttons of different papers have different names.
  for (const button of item.querySelectorAll('[data-list-action]'))
    button.ariaLabel = `${button.querySelector('.off')?.textContent}: ${title}`;
}

/** Puts items in order. Items that are in their place are not touched, so that they keep the focus. */
export function placeItems(list: Element, items: readonly Element[]): void {
  const wanted = new Set(items);
  for (const child of [...list.children]) if (!wanted.has(child)) child.remove();
  items.forEach((item, i) => {
    if (list.children[i] !== item) list.insertBefore(item, list.children[i] ?? null);
  });
}

/** ISO date or time → `11 March 2025`, as the pages have it. @param timeZone the reader's own by default */
export function formatDate(iso: string, timeZone?: string): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  const write = (options: Intl.DateTimeFormatOptions): string =>
    date.toLocaleDateString(document.documentElement.lang, { timeZone, ...options });
  return `${write({ day: 'numeric' })} ${write({ month: 'long' })} ${write({ year: 'numeric' })}`;
}

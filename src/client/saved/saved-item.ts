import { dayUrl, paperUrl } from '../../urls.ts';
import type { SavedEntry } from '../list/list-entry.ts';
import { nameListButtons } from '../list/name-list-buttons.ts';

/** Puts what is kept of a paper into its item of `/saved/`, as text: a list may have been imported. */
export function fillItem(
  item: HTMLElement,
  { id, slug, title, day, savedAt, changedAt }: SavedEntry,
): void {
  Object.assign(item.dataset, { paperId: id, slug, paperTitle: title, paperDay: day });
  const [link, place] = item.querySelectorAll('a');
  link.href = paperUrl(slug);
  link.textContent = title;
  place.href = dayUrl(day);
  place.textContent = formatDate(day, 'UTC');
  const since = item.querySelector('[data-since]');
  if (since)
    since.textContent = savedAt ? `saved ${formatDate(savedAt)}` : `noted ${formatDate(changedAt)}`;
  nameListButtons(item, title);
  item.querySelector('textarea')?.setAttribute('aria-label', `Note on ${title}`);
}

/** Brings items into their order; one that is in its place is not touched, so that it keeps the focus. */
export function placeItems(list: HTMLElement, items: readonly HTMLElement[]): void {
  const wanted = new Set<Element>(items);
  for (const child of [...list.children]) if (!wanted.has(child)) child.remove();
  items.forEach((item, i) => {
    if (list.children[i] !== item) list.insertBefore(item, list.children[i] ?? null);
  });
}

/** ISO date or time → `11 March 2025`, as the pages have it; a time in the reader's own zone. */
function formatDate(iso: string, timeZone?: string): string {
  const date = new Date(iso);
  const write = (options: Intl.DateTimeFormatOptions): string =>
    date.toLocaleDateString(document.documentElement.lang, { timeZone, ...options });
  return `${write({ day: 'numeric' })} ${write({ month: 'long' })} ${write({ year: 'numeric' })}`;
}

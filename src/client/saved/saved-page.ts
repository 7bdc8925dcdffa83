import { dayUrl } from '../../urls.ts';
import { isListed, type SavedEntry } from '../list/list-entry.ts';
import { listPrefix, onOtherTab, readSetting } from '../list/list-store.ts';
import { markPapers } from '../list/mark-papers.ts';
import { fillItem, formatDate, placeItems } from '../list/paper-item.ts';
import { arrangeList, type ListView, remindOfExport } from './arrange-list.ts';
import { readList } from './read-list.ts';
import { startTransfer } from './start-transfer.ts';

/** Number of papers that are shown at first and added by each click of the button. */
const pageSize = 100;

/** Starts `/saved/`: the list, its form, export and import. */
export function startSavedPage(): void {
  const root = document.querySelector<HTMLElement>('.saved');
  const form = root?.querySelector('form');
  const list = root?.querySelector<HTMLElement>('[data-saved-list]');
  const template = root?.querySelector('template');
  const more = root?.querySelector<HTMLButtonElement>('[data-more]');
  const exportButton = root?.querySelector<HTMLButtonElement>('[data-export]');
  if (!root || !form || !list || !template || !more || !exportButton) return;
  /** Items are reused, so that an open note stays open. */
  const items = new Map<string, HTMLElement>();
  let shown = pageSize;

  const itemOf = (entry: SavedEntry): HTMLElement => {
    const item =
      items.get(entry.id) ?? (template.content.firstElementChild?.cloneNode(true) as HTMLElement);
    items.set(entry.id, item);
    fillItem(item, entry);
    const day = item.querySelector<HTMLAnchorElement>('a:not(.title a)');
    if (day)
      Object.assign(day, { href: dayUrl(entry.day), textContent: formatDate(entry.day, 'UTC') });
    const since = item.querySelector('[data-since]');
    if (since)
      since.textContent = entry.savedAt
        ? `saved ${formatDate(entry.savedAt)}`
        : `noted ${formatDate(entry.changedAt)}`;
    item.querySelector('textarea')?.setAttribute('aria-label', `Note on ${entry.title}`);
    return item;
  };

  const write = (selector: string, message: string): void => {
    const line = root.querySelector(selector);
    // Screen readers announce a text that is set again.
    if (line && line.textContent !== message) line.textContent = message;
  };

  /** Updates the counts. @returns the papers that the form asks for, in its order */
  const count = (): SavedEntry[] => {
    const { entries, unreadable } = readList();
    const listed = entries.filter(isListed);
    const found = arrangeList(listed, readView(form));
    write('[data-count]', describe(listed, found.length, unreadable));
    write('[data-reminder]', remindOfExport(entries, readSetting('exported-at')));
    exportButton.hidden = entries.length === 0;
    return found;
  };

  const show = (): void => {
    const found = count();
    placeItems(list, found.slice(0, shown).map(itemOf));
    markPapers(listPrefix, list, false);
    more.hidden = found.length <= shown;
    form.hidden = !readList().entries.some(isListed);
    root.toggleAttribute('data-empty', form.hidden);
    root.querySelector('[data-cite-list]')?.toggleAttribute('hidden', form.hidden);
    // Hidden until now, so that it does not move when the list appears above it.
    root.querySelector('[data-whole]')?.removeAttribute('hidden');
  };

  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('input', () => {
    shown = pageSize;
    show();
  });
  more.addEventListener('click', () => {
    shown += pageSize;
    show();
  });
  // A paper that is changed here stays in its place even if the form no longer asks for it: a mistake can be undone,
  // and the focus is not lost.
  document.addEventListener('list-change', count);
  onOtherTab(show);
  startTransfer(root, show);
  show();
}

function readView(form: HTMLFormElement): ListView {
  const data = new FormData(form);
  return {
    query: String(data.get('q') ?? ''),
    order: String(data.get('order')) as ListView['order'],
    isUnreadOnly: data.has('unread'),
  };
}

function describe(listed: readonly SavedEntry[], found: number, unreadable: number): string {
  const papers = listed.length === 1 ? '1 paper' : `${listed.length} papers`;
  const unread = listed.filter(({ readAt }) => !readAt).length;
  const shown = found < listed.length ? `${found} of ${papers}` : `${papers}, ${unread} unread`;
  const left = unreadable === 1 ? '1 entry' : `${unreadable} entries`;
  return [
    ...(listed.length > 0 ? [shown] : []),
    ...(unreadable > 0 ? [`${left} in this browser could not be read`] : []),
  ].join('; ');
}

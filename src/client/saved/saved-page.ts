import { isListed, type SavedEntry } from '../list/list-entry.ts';
import { listPrefix, onOtherTab, readSetting } from '../list/list-store.ts';
import { markPapers } from '../list/mark-papers.ts';
import { arrangeList, type ListView, remindOfExport } from './arrange-list.ts';
import { readList } from './read-list.ts';
import { fillItem, placeItems } from './saved-item.ts';
import { startTransfer } from './start-transfer.ts';

/** How many papers are shown at first, and more at each asking. */
const pageSize = 100;

/** Makes `/saved/` work: the list as it is, sorted and searched; export and import. */
export function startSavedPage(): void {
  const root = document.querySelector<HTMLElement>('.saved');
  const form = root?.querySelector('form');
  const list = root?.querySelector<HTMLElement>('[data-saved-list]');
  const template = root?.querySelector('template');
  const more = root?.querySelector<HTMLButtonElement>('[data-more]');
  const exportButton = root?.querySelector<HTMLButtonElement>('[data-export]');
  if (!root || !form || !list || !template || !more || !exportButton) return;
  const items = new Map<string, HTMLElement>();
  let most = pageSize;

  /** The item of a paper: made once, so that it keeps what is open in it. */
  function itemOf(entry: SavedEntry): HTMLElement {
    const known = items.get(entry.id);
    const item = known ?? (template?.content.firstElementChild?.cloneNode(true) as HTMLElement);
    items.set(entry.id, item);
    fillItem(item, entry);
    return item;
  }

  /** Shows the list as it is asked for. */
  function show(): void {
    if (!root || !form || !list || !more || !exportButton) return;
    const found = tell();
    placeItems(list, found.slice(0, most).map(itemOf));
    markPapers(listPrefix, list, false);
    more.hidden = found.length <= most;
    const { entries } = readList();
    exportButton.hidden = entries.length === 0;
    form.hidden = !entries.some(isListed);
    root.toggleAttribute('data-empty', form.hidden);
    root.querySelector('[data-cite-list]')?.toggleAttribute('hidden', form.hidden);
    // Not before: what stands below the list would be seen to move.
    root.querySelector('[data-whole]')?.removeAttribute('hidden');
  }

  /** Says how many papers there are. @returns those that are asked for, in their order */
  function tell(): SavedEntry[] {
    const { entries, unreadable } = readList();
    const listed = entries.filter(isListed);
    const found = arrangeList(listed, readView(form as HTMLFormElement));
    write('[data-count]', describe(listed, found.length, unreadable));
    write('[data-reminder]', remindOfExport(entries, readSetting('exported-at')));
    return found;
  }

  function write(selector: string, message: string): void {
    const line = root?.querySelector(selector);
    // What is said again is read out again.
    if (line && line.textContent !== message) line.textContent = message;
  }

  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('input', () => {
    most = pageSize;
    show();
  });
  more.addEventListener('click', () => {
    most += pageSize;
    show();
  });
  // A paper that is changed here stays in its place, though it may no longer be asked for: a slip can
  // be taken back, and the focus is not lost.
  document.addEventListener('list-change', tell);
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

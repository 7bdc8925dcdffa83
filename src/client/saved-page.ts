import { dayUrl, paperUrl } from '../urls.ts';
import { arrangeList, type ListView, remindOfExport } from './arrange-list.ts';
import type { ListEntry } from './list-entry.ts';
import { listPrefix, onOtherTab, readEntries, readSetting } from './list-store.ts';
import { markPapers } from './mark-papers.ts';
import { startTransfer } from './start-transfer.ts';

const pageSize = 100;

/** Makes `/saved/` work: the list as it is, sorted and searched; export and import. */
export function startSavedPage(): void {
  const root = document.querySelector<HTMLElement>('.saved');
  const form = root?.querySelector('form');
  const list = root?.querySelector<HTMLElement>('[data-saved-list]');
  const template = root?.querySelector('template');
  const more = root?.querySelector<HTMLButtonElement>('[data-more]');
  if (!root || !form || !list || !template || !more) return;
  const say = (name: string, message: string): void => {
    const line = root.querySelector<HTMLElement>(`[data-${name}]`);
    if (!line || line.textContent === message) return;
    line.textContent = message;
    line.hidden = message === '';
  };

  /** What the page has shown stays in sight until it is left, so that a slip can be taken back. */
  const shown = new Map<string, ListEntry>();
  const items = new Map<string, HTMLElement>();
  let most = pageSize;

  function show(): void {
    const all = readEntries();
    const present = new Map(all.map((entry) => [entry.id, entry]));
    for (const entry of all) if (entry.savedAt || shown.has(entry.id)) shown.set(entry.id, entry);
    const saved = [...shown.values()].map((entry) => ({
      ...entry,
      // In its place, though it is no longer saved.
      readAt: present.get(entry.id)?.readAt,
      note: present.get(entry.id)?.note,
    }));
    const found = arrangeList(saved, readView(form as HTMLFormElement));
    const lines = found.slice(0, most).map((entry) => {
      const item = items.get(entry.id) ?? makeItem(template as HTMLTemplateElement);
      items.set(entry.id, item);
      fillItem(item, entry);
      return item;
    });
    placeItems(list as HTMLElement, lines);
    markPapers(listPrefix, list as HTMLElement, false);
    (more as HTMLElement).hidden = found.length <= most;
    say('count', describe(saved, found.length));
    say('reminder', remindOfExport(all, readSetting('exported-at')));
    (form as HTMLElement).hidden = saved.length === 0;
    (root as HTMLElement).toggleAttribute('data-empty', saved.length === 0);
  }

  form.addEventListener('input', () => {
    most = pageSize;
    show();
  });
  form.addEventListener('submit', (event) => event.preventDefault());
  more.addEventListener('click', () => {
    most += pageSize;
    show();
  });
  document.addEventListener('list-change', show);
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

function describe(saved: readonly ListEntry[], found: number): string {
  const papers = saved.length === 1 ? '1 paper' : `${saved.length} papers`;
  if (saved.length === 0) return '';
  if (found < saved.length) return `${found} of ${papers}`;
  return `${papers}, ${saved.filter(({ readAt }) => !readAt).length} unread`;
}

function makeItem(template: HTMLTemplateElement): HTMLElement {
  return document.importNode(template.content, true).firstElementChild as HTMLElement;
}

/** Puts what is kept of a paper into its item, as text: a list may have been imported. */
function fillItem(item: HTMLElement, { id, slug, title, day, savedAt }: ListEntry): void {
  Object.assign(item.dataset, { paperId: id, slug, paperTitle: title, paperDay: day });
  const [link, place] = item.querySelectorAll('a');
  link.href = paperUrl(slug);
  link.textContent = title;
  place.href = dayUrl(day);
  place.textContent = formatDate(day);
  const since = item.querySelector('[data-saved-at]');
  if (since) since.textContent = savedAt ? formatDate(savedAt) : '';
  for (const button of item.querySelectorAll<HTMLElement>('[data-list-action]')) {
    button.setAttribute('aria-label', `${button.querySelector('.off')?.textContent}: ${title}`);
  }
  item.querySelector('textarea')?.setAttribute('aria-label', `Note on ${title}`);
}

/** ISO date or time → `11 March 2025`, a time in the reader's own zone. */
function formatDate(iso: string): string {
  return new Date(iso).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    ...(iso.length === 10 && { timeZone: 'UTC' }),
  });
}

/** Brings items into their order; one that is in its place is not touched, so that it keeps the focus. */
function placeItems(list: HTMLElement, items: readonly HTMLElement[]): void {
  const wanted = new Set(items);
  for (const child of [...list.children]) {
    if (!wanted.has(child as HTMLElement)) child.remove();
  }
  items.forEach((item, i) => {
    if (list.children[i] !== item) list.insertBefore(item, list.children[i] ?? null);
  });
}

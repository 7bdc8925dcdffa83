import { readSetting } from '../list/list-store.ts';
import { findPaper, type ListAction, togglePaper } from '../list/reading-list.ts';
import { announce } from '../page/announce.ts';
import { openSearch } from '../search/open-search.ts';
import { type KeyAction, readKey } from './keys.ts';
import { currentTitle, moveBetweenPapers } from './move-between-papers.ts';

const actions: Readonly<Record<KeyAction, () => void>> = {
  search: openSearch,
  next: () => moveBetweenPapers(1),
  previous: () => moveBetweenPapers(-1),
  open: () => currentTitle()?.click(),
  save: () => act('save'),
  read: () => act('read'),
  theme: () => document.querySelector<HTMLElement>('[data-theme-switch]')?.click(),
  keys: openKeys,
};

/** Starts the keys and the button that lists them. */
export function startKeys(): void {
  document.addEventListener('keydown', (event) => {
    const action = readKey(event);
    if (!action || event.defaultPrevented || isElsewhere(event.target)) return;
    if (readSetting('keys-off')) return;
    event.preventDefault();
    actions[action]();
  });
  document.addEventListener('click', ({ target }) => {
    if (target instanceof Element && target.closest('[data-keys]')) openKeys();
  });
}

/** Whether a key belongs to a text field, or to an open dialog except for the papers in it. */
function isElsewhere(target: EventTarget | null): boolean {
  const isOfPaper = target instanceof Element && target.closest('.contents') !== null;
  if (document.querySelector('dialog[open]') && !isOfPaper) return true;
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.matches('input, textarea, select');
}

function openKeys(): void {
  import('./keys-dialog.ts').then(
    ({ showKeys }) => showKeys(),
    () => announce('The list of keys could not be loaded. Try again when you are online.', true),
  );
}

function act(action: ListAction): void {
  const paper =
    findPaper(currentTitle() ?? document.activeElement) ??
    document.querySelector<HTMLElement>('article[data-paper-id]');
  if (paper) togglePaper(paper, action);
}

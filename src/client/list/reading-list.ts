import { announce } from '../page/announce.ts';
import { changeEntry, type ListChange, type ListedPaper } from './list-entry.ts';
import {
  listPrefix,
  onOtherTab,
  readEntries,
  readEntry,
  readSetting,
  writeEntry,
  writeSetting,
} from './list-store.ts';
import { markPapers, type NoteField } from './mark-papers.ts';
import { mergeNotes } from './merge-notes.ts';

/** What a button or key does to a paper. */
export type ListAction = 'save' | 'read';

/** Starts the buttons and notes of all papers of the page, including those that are inserted later. */
export function startReadingList(): void {
  document.addEventListener('click', ({ target }) => {
    if (!(target instanceof Element)) return;
    if (target.closest('[data-hide-switch]')) return toggleHiding();
    const paper = findPaper(target);
    const action = target.closest<HTMLElement>('[data-list-action]')?.dataset.listAction;
    if (paper && action) togglePaper(paper, action as ListAction);
  });
  document.addEventListener('input', ({ target }) => {
    const paper = findPaper(target);
    if (!paper || !isNote(target)) return;
    mergeStored(paper, target);
    if (change(paper, { note: target.value })) target.filled = target.value;
  });
  document.addEventListener('focusin', ({ target }) => {
    const paper = findPaper(target);
    if (paper && isNote(target)) mergeStored(paper, target);
  });
  onOtherTab(() => markPapers(listPrefix, document.body, false));
  refreshEntries();
}

/** The element with `data-paper-id` around an element. */
export function findPaper(element: EventTarget | null): HTMLElement | undefined {
  const paper = element instanceof Element && element.closest<HTMLElement>('[data-paper-id]');
  return paper || undefined;
}

const isNote = (target: EventTarget | null): target is NoteField =>
  target instanceof HTMLTextAreaElement && 'note' in target.dataset;

/** Merges the stored note into its field if another tab has changed it since the field was filled. */
function mergeStored(paper: HTMLElement, field: NoteField): void {
  const { filled = '', value, selectionEnd } = field;
  const stored = readEntry(readPaper(paper).id)?.note ?? '';
  if (stored === filled) return;
  const merged = mergeNotes(filled, stored, value);
  field.filled = stored;
  if (merged === value) return;
  field.value = merged;
  // Keeps the caret at the same distance from the end.
  const caret = merged.length - (value.length - selectionEnd);
  field.setSelectionRange(caret, caret);
}

/** Saves a paper or marks it as read, or undoes that, and announces it. */
export function togglePaper(paper: HTMLElement, action: ListAction): void {
  const { id, title } = readPaper(paper);
  const entry = readEntry(id);
  if (action === 'save') {
    const isSaved = entry?.savedAt === undefined;
    if (change(paper, { isSaved })) announce(`${isSaved ? 'Saved' : 'No longer saved'}: ${title}`);
  } else {
    const isRead = entry?.readAt === undefined;
    if (change(paper, { isRead })) announce(`${isRead ? 'Read' : 'Unread'}: ${title}`);
  }
}

function toggleHiding(): void {
  try {
    writeSetting('hide-read', readSetting('hide-read') ? undefined : 'on');
    markPapers(listPrefix, document.body, true);
  } catch (error) {
    announce((error as Error).message, true);
  }
}

/** Stores a change of a paper and shows it everywhere on the page. @returns whether it was stored */
function change(paper: HTMLElement, changes: ListChange): boolean {
  const listed = readPaper(paper);
  const entry = readEntry(listed.id);
  const next = changeEntry(entry, listed, changes, new Date().toISOString());
  try {
    if (next?.savedAt && !entry?.savedAt) askForPersistence();
    writeEntry(listed.id, next);
  } catch (error) {
    announce((error as Error).message, true);
    return false;
  }
  const selector = `[data-paper-id="${CSS.escape(listed.id)}"]`;
  for (const shown of document.querySelectorAll(selector)) markPapers(listPrefix, shown, false);
  document.dispatchEvent(new CustomEvent('list-change'));
  return true;
}

/** With the first saved paper, asks the browser not to clear the list when the disk is full. */
function askForPersistence(): void {
  if (readEntries().some(({ savedAt }) => savedAt)) return;
  navigator.storage?.persist?.().catch(() => false);
}

/** Updates title, slug and day of entries from the page; that does not count as a change by the reader. */
function refreshEntries(): void {
  for (const paper of document.querySelectorAll<HTMLElement>('[data-paper-id]')) {
    const listed = readPaper(paper);
    const entry = readEntry(listed.id);
    if (entry?.title === undefined) continue;
    const isSame = (['slug', 'title', 'day'] as const).every((key) => entry[key] === listed[key]);
    if (isSame) continue;
    try {
      writeEntry(listed.id, { ...entry, ...listed });
    } catch {
      // The reader did nothing, so there is nothing to report.
    }
  }
}

/** The page of a month gives the day with its section, and most titles only as text. */
function readPaper(paper: HTMLElement): ListedPaper {
  const { paperId = '', slug = paperId } = paper.dataset;
  const title = paper.dataset.paperTitle ?? paper.querySelector('.title')?.textContent.trim() ?? '';
  const day = paper.closest<HTMLElement>('[data-paper-day]')?.dataset.paperDay ?? '';
  return { id: paperId, slug, title, day };
}

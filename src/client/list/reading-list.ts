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

/** What a reader does to a paper by a button or a key. */
export type ListAction = 'save' | 'read';

/** Makes the buttons and notes of all papers of the page work, those that come later too. */
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
    if (!paper || !(target instanceof HTMLTextAreaElement) || !('note' in target.dataset)) return;
    keepNote(paper, target);
  });
  document.addEventListener('focusin', ({ target }) => {
    const paper = findPaper(target);
    if (paper && target instanceof HTMLTextAreaElement && 'note' in target.dataset)
      mergeStored(paper, target);
  });
  onOtherTab(() => markPapers(listPrefix, document.body, false));
  refreshEntries();
}

/** The paper that an element belongs to, as an element with `data-paper-id`. */
export function findPaper(element: EventTarget | null): HTMLElement | undefined {
  const paper = element instanceof Element && element.closest<HTMLElement>('[data-paper-id]');
  return paper || undefined;
}

/** Saves a note while it is typed, merged with changes from other tabs. */
function keepNote(paper: HTMLElement, field: NoteField): void {
  mergeStored(paper, field);
  if (keep(paper, { note: field.value })) field.filled = field.value;
}

/** Merges the stored note into its field if it has changed since the field was filled. */
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

/** Saves a paper or marks it as read, or takes that back, and says so. */
export function togglePaper(paper: HTMLElement, action: ListAction): void {
  const { id, title } = readPaper(paper);
  const entry = readEntry(id);
  if (action === 'save') {
    const isSaved = entry?.savedAt === undefined;
    if (keep(paper, { isSaved })) announce(`${isSaved ? 'Saved' : 'No longer saved'}: ${title}`);
  } else {
    const isRead = entry?.readAt === undefined;
    if (keep(paper, { isRead })) announce(`${isRead ? 'Read' : 'Unread'}: ${title}`);
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

/** Keeps a change of a paper, and shows it wherever the page has the paper. */
function keep(paper: HTMLElement, change: ListChange): boolean {
  const listed = readPaper(paper);
  const entry = readEntry(listed.id);
  const next = changeEntry(entry, listed, change, new Date().toISOString());
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

/** Upon the first save the browser is asked not to clear the list when it is short of room. */
function askForPersistence(): void {
  if (readEntries().some(({ savedAt }) => savedAt)) return;
  // A browser that has no such storage, or refuses, keeps the list as it keeps everything else.
  navigator.storage?.persist?.().catch(() => false);
}

/** An entry takes the title, address and day that its paper has now, without counting as changed. */
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
      // The reader asked for nothing: the entry stays as it was.
    }
  }
}

function readPaper({ dataset }: HTMLElement): ListedPaper {
  const { paperId = '', slug = paperId, paperTitle = '', paperDay = '' } = dataset;
  return { id: paperId, slug, title: paperTitle, day: paperDay };
}

import { fold } from '../../text/fold-words.ts';
import type { ListEntry, SavedEntry } from '../list/list-entry.ts';

/** What `/saved/` is asked to show. */
export interface ListView {
  /** Words that a title or note must all hold, in any order; empty for all. */
  query: string;
  order: 'saved' | 'title' | 'day';
  /** Whether what was read is left out. */
  isUnreadOnly: boolean;
}

/** The entries that are asked for, in the order that is asked for: newest first, titles from A. */
export function arrangeList(
  entries: readonly SavedEntry[],
  { query, order, isUnreadOnly }: ListView,
): SavedEntry[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  return entries
    .filter(({ readAt }) => !isUnreadOnly || !readAt)
    .filter(({ title, note = '' }) => {
      const text = fold(`${title}\n${note}`);
      return words.every((word) => text.includes(word));
    })
    .sort((a, b) => compare[order](a, b) || byTitle(a, b));
}

/** From how many changed papers on a reader is reminded of the export. */
const manyChanges = 25;

/**
 * The reminder of an export; empty where there is nothing to remind of.
 * @param exportedAt ISO time of the last export, if there was one
 */
export function remindOfExport(
  entries: readonly ListEntry[],
  exportedAt: string | undefined,
): string {
  const changed = entries.filter(({ changedAt }) => changedAt > (exportedAt ?? '')).length;
  if (changed < manyChanges) return '';
  const since = exportedAt ? 'have changed since the last export' : 'were never exported';
  return `${changed} papers ${since}. The list is in this browser only: a file of it remains when the browser clears its data.`;
}

const newestFirst = (a = '', b = ''): number => (a === b ? 0 : a < b ? 1 : -1);
const byTitle = (a: SavedEntry, b: SavedEntry): number =>
  collator.compare(a.title, b.title) || (a.id < b.id ? -1 : 1);
const compare: Readonly<Record<ListView['order'], (a: SavedEntry, b: SavedEntry) => number>> = {
  saved: (a, b) => newestFirst(a.savedAt ?? a.changedAt, b.savedAt ?? b.changedAt),
  title: byTitle,
  day: (a, b) => newestFirst(a.day, b.day),
};
const collator = new Intl.Collator('en', {
  sensitivity: 'base',
  numeric: true,
  ignorePunctuation: true,
});

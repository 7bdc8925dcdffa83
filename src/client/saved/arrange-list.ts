import { fold } from '../../text/fold-words.ts';
import type { ListEntry, SavedEntry } from '../list/list-entry.ts';

/** The choices in the form of `/saved/`. */
export interface ListView {
  /** Words that must all occur in title or note, in any order; empty for all papers. */
  query: string;
  order: 'saved' | 'title' | 'day';
  isUnreadOnly: boolean;
}

/** The entries of a view in its order: newest first, titles from A. */
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

/** The reader is reminded of the export after this many changes. */
const manyChanges = 25;

/**
 * The reminder to export the list; empty if there is no need.
 * @param exportedAt ISO time of the last export
 */
export function remindOfExport(
  entries: readonly ListEntry[],
  exportedAt: string | undefined,
): string {
  const changed = entries.filter(({ changedAt }) => changedAt > (exportedAt ?? '')).length;
  if (changed < manyChanges) return '';
  const since = exportedAt ? 'have changed since the last export' : 'have never been exported';
  return `${changed} papers ${since}. The list is stored in this browser only; an exported file remains if the browser clears its data.`;
}

const newestFirst = (a = '', b = ''): number => (a === b ? 0 : a < b ? 1 : -1);
const collator = new Intl.Collator('en', {
  sensitivity: 'base',
  numeric: true,
  ignorePunctuation: true,
});
const byTitle = (a: SavedEntry, b: SavedEntry): number =>
  collator.compare(a.title, b.title) || (a.id < b.id ? -1 : 1);
const compare: Readonly<Record<ListView['order'], (a: SavedEntry, b: SavedEntry) => number>> = {
  saved: (a, b) => newestFirst(a.savedAt ?? a.changedAt, b.savedAt ?? b.changedAt),
  title: byTitle,
  day: (a, b) => newestFirst(a.day, b.day),
};

import { type ListEntry, pruneEntry } from './list-entry.ts';
import { joinNotes } from './merge-notes.ts';

/**
 * Two lists as one, each paper once, in the order of the first list and then of the second. Nothing
 * is lost: what is saved, read or noted in either is so in the result. Merging a list again changes nothing.
 */
export function mergeLists(ours: readonly ListEntry[], theirs: readonly ListEntry[]): ListEntry[] {
  const merged = new Map<string, ListEntry>();
  for (const entry of [...ours, ...theirs]) {
    const known = merged.get(entry.id);
    merged.set(entry.id, known ? mergeEntries(known, entry) : entry);
  }
  return [...merged.values()];
}

/**
 * Two entries of one paper as one: saved and read since the earlier time, its title as it was seen
 * last, and both notes, the older first, unless one holds the other.
 */
export function mergeEntries(a: ListEntry, b: ListEntry): ListEntry {
  const [older, newer] = rank(a) <= rank(b) ? [a, b] : [b, a];
  const { id, changedAt } = newer;
  const merged = {
    id,
    slug: newer.slug ?? older.slug,
    title: newer.title ?? older.title,
    day: newer.day ?? older.day,
    savedAt: earlier(a.savedAt, b.savedAt),
    readAt: earlier(a.readAt, b.readAt),
    note: joinNotes(older.note, newer.note),
    changedAt,
  };
  return pruneEntry(merged) ?? newer;
}

/** Orders entries by time; what else differs decides only so that the order of files does not. */
function rank({ changedAt, slug, title, day, note = '' }: ListEntry): string {
  return JSON.stringify([changedAt, slug, title, day, note]);
}

function earlier(a: string | undefined, b: string | undefined): string | undefined {
  return a && b ? (a < b ? a : b) : (a ?? b);
}

import { type ListEntry, pruneEntry } from './list-entry.ts';
import { joinNotes } from './merge-notes.ts';

/**
 * The union of two lists, each paper once, in the order of the first list and then of the second. What is saved,
 * read or noted in either is so in the result. Merging a list again changes nothing.
 */
export function mergeLists(ours: readonly ListEntry[], theirs: readonly ListEntry[]): ListEntry[] {
  const merged = new Map<string, ListEntry>();
  for (const entry of [...ours, ...theirs]) {
    const known = merged.get(entry.id);
    merged.set(entry.id, known ? mergeEntries(known, entry) : entry);
  }
  return [...merged.values()];
}

/** The union of two entries of one paper: the earlier times, the later title, and both notes, the older one first. */
export function mergeEntries(a: ListEntry, b: ListEntry): ListEntry {
  const [older, newer] = rank(a) <= rank(b) ? [a, b] : [b, a];
  const merged = pruneEntry({
    id: newer.id,
    slug: newer.slug ?? older.slug,
    title: newer.title ?? older.title,
    day: newer.day ?? older.day,
    savedAt: earlier(a.savedAt, b.savedAt),
    readAt: earlier(a.readAt, b.readAt),
    note: joinNotes(older.note, newer.note),
    changedAt: newer.changedAt,
  });
  return merged ?? newer;
}

/** Orders entries by time; the other fields make the result independent of the order of the files. */
function rank({ changedAt, slug, title, day, note = '' }: ListEntry): string {
  return JSON.stringify([changedAt, slug, title, day, note]);
}

function earlier(a: string | undefined, b: string | undefined): string | undefined {
  return a && b ? (a < b ? a : b) : (a ?? b);
}

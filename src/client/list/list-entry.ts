/** A paper as its element on a page describes it, in `data-` attributes. */
export interface ListedPaper {
  /** The slug that the paper was first entered under; it never changes. */
  id: string;
  /** The last part of its current permalink. */
  slug: string;
  /** Plain text. */
  title: string;
  /** ISO date of the latest day on which it was listed. */
  day: string;
}

/**
 * What a reader has stored about a paper: at least one of `savedAt`, `readAt` and `note`. Times are ISO 8601 in UTC,
 * to the millisecond. Slug, title and day are stored if it is saved or has a note, but not if it is only marked as
 * read, which may be true of every paper.
 */
export interface ListEntry extends Partial<Omit<ListedPaper, 'id'>> {
  id: string;
  savedAt?: string;
  readAt?: string;
  note?: string;
  /** When the reader last changed the entry. */
  changedAt: string;
}

/** A change of an entry; what is undefined stays. */
export interface ListChange {
  isSaved?: boolean;
  isRead?: boolean;
  note?: string;
}

/**
 * The entry of a paper after a change; undefined if nothing is left to store. A paper that gets a note is saved, so
 * that the note can be found again.
 * @param now ISO time
 */
export function changeEntry(
  entry: ListEntry | undefined,
  paper: ListedPaper,
  { isSaved, isRead, note }: ListChange,
  now: string,
): ListEntry | undefined {
  const saved = isSaved ?? (note ? true : entry?.savedAt !== undefined);
  const read = isRead ?? entry?.readAt !== undefined;
  return pruneEntry({
    ...paper,
    savedAt: saved ? (entry?.savedAt ?? now) : undefined,
    readAt: read ? (entry?.readAt ?? now) : undefined,
    note: note ?? entry?.note,
    changedAt: now,
  });
}

/** An entry of the list that the reader sees. */
export type SavedEntry = ListEntry & ListedPaper;

/** Whether an entry is shown on the list: it is saved or has a note, not only marked as read. */
export function isListed(entry: ListEntry): entry is SavedEntry {
  return Boolean(entry.savedAt || entry.note) && entry.title !== undefined;
}

/** An entry without empty and unknown fields, in a fixed order; undefined if nothing is left to store. */
export function pruneEntry(entry: ListEntry): ListEntry | undefined {
  const { id, slug, title, day, savedAt, readAt, note, changedAt } = entry;
  if (!savedAt && !readAt && !note) return undefined;
  return {
    id,
    ...((savedAt || note) && { slug, title, day }),
    ...(savedAt && { savedAt }),
    ...(readAt && { readAt }),
    ...(note && { note }),
    changedAt,
  };
}

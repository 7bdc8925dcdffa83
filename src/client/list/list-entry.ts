/** A paper as a page names it, in the `data-` attributes of its element. */
export interface ListedPaper {
  /** The slug that the paper was first entered under: it never changes, whatever the title does. */
  id: string;
  /** The last part of its permalink now. */
  slug: string;
  /** The title as one line of plain text. */
  title: string;
  /** ISO date of the latest day on which it stood. */
  day: string;
}

/**
 * What a reader keeps of a paper. Times are ISO 8601 in UTC, to the millisecond. At least one of
 * `savedAt`, `readAt` and `note` is there: without them there is nothing to keep. Address, title and
 * day are there when it is saved or noted: of what is only read, and that may be every paper of many
 * years, as little is kept as can be.
 */
export interface ListEntry extends Partial<Omit<ListedPaper, 'id'>> {
  id: string;
  /** When it was saved; not there while it is only read or noted. */
  savedAt?: string;
  /** When it was marked as read. */
  readAt?: string;
  /** The reader's own words. */
  note?: string;
  /** When the reader last changed anything of it. */
  changedAt: string;
}

/** What a reader does to an entry; what is not named stays. */
export interface ListChange {
  isSaved?: boolean;
  isRead?: boolean;
  note?: string;
}

/**
 * The entry of a paper after a change; undefined where nothing is left to keep. A paper that gets a
 * note is saved, so that the note can be found again.
 * @param now ISO time
 */
export function changeEntry(
  entry: ListEntry | undefined,
  { id, slug, title, day }: ListedPaper,
  { isSaved, isRead, note }: ListChange,
  now: string,
): ListEntry | undefined {
  const saved = isSaved ?? (note ? true : entry?.savedAt !== undefined);
  const read = isRead ?? entry?.readAt !== undefined;
  return pruneEntry({
    id,
    slug,
    title,
    day,
    savedAt: saved ? (entry?.savedAt ?? now) : undefined,
    readAt: read ? (entry?.readAt ?? now) : undefined,
    note: note ?? entry?.note,
    changedAt: now,
  });
}

/** An entry that can be listed. */
export type SavedEntry = ListEntry & ListedPaper;

/** Whether an entry is shown on the list: it is saved or has a note, not only marked as read. */
export function isListed(entry: ListEntry): entry is SavedEntry {
  return Boolean(entry.savedAt || entry.note) && entry.title !== undefined;
}

/** An entry with what it needs and no more; undefined where a reader made nothing of it. */
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

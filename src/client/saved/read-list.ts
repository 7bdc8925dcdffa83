import * as v from 'valibot';
import { entrySchema } from '../list/entry-schema.ts';
import { type ListEntry, pruneEntry } from '../list/list-entry.ts';
import { readEntries } from '../list/list-store.ts';

/** The reading list in this browser. */
export interface StoredList {
  entries: ListEntry[];
  /** Number of stored values that are not valid entries; other sites on the origin may write them. */
  unreadable: number;
}

/** Reads the reading list. Invalid entries are counted and left in the storage. */
export function readList(): StoredList {
  const list: StoredList = { entries: [], unreadable: 0 };
  for (const stored of readEntries()) {
    const { success, output } = v.safeParse(entrySchema, stored, { abortEarly: true });
    const entry = success ? pruneEntry(output) : undefined;
    if (entry) list.entries.push(entry);
    else list.unreadable++;
  }
  return list;
}

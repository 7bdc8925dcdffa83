import * as v from 'valibot';
import { entrySchema } from '../list/entry-schema.ts';
import { type ListEntry, pruneEntry } from '../list/list-entry.ts';
import { readEntries } from '../list/list-store.ts';

/** What the browser keeps of papers. */
export interface KeptList {
  entries: ListEntry[];
  /** How many are kept that are none: others may use the storage of the origin too. */
  unreadable: number;
}

/** Reads what the browser keeps of papers; what is no entry is left where it is, and counted. */
export function readList(): KeptList {
  const list: KeptList = { entries: [], unreadable: 0 };
  for (const stored of readEntries()) {
    const { success, output } = v.safeParse(entrySchema, stored, { abortEarly: true });
    const entry = success ? pruneEntry(output) : undefined;
    if (entry) list.entries.push(entry);
    else list.unreadable++;
  }
  return list;
}

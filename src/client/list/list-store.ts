import { basePath } from '../../urls.ts';
import type { ListEntry } from './list-entry.ts';

/**
 * The reading list lies in `localStorage`, a key for each paper. It is read at once, so that a list
 * is marked before it is painted; a write of one paper cannot undo another tab's write of another;
 * and other tabs are told of it. Beside the papers stand the reader's settings.
 *
 * Several archives may share an origin under sub-paths: the base is part of each key.
 */
export const listPrefix = `dayleaf:${basePath}:`;

/** What is remembered besides papers; each is not there until it is chosen. */
interface ListSettings {
  /** Whether lists hide what was read. */
  'hide-read': 'on';
  /** Whether single keys do nothing. */
  'keys-off': 'on';
  /** ISO time of the last export. */
  'exported-at': string;
}

const paperKey = (id: string): string => `${listPrefix}paper:${id}`;

/** The entry of a paper; undefined where there is none, or none that can be read. */
export function readEntry(id: string): ListEntry | undefined {
  return parseEntry(id, readItem(paperKey(id)));
}

/** All entries, in no order. */
export function readEntries(): ListEntry[] {
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(paperKey('')))
      .flatMap((key) => parseEntry(key.slice(paperKey('').length), readItem(key)) ?? []);
  } catch {
    return [];
  }
}

/**
 * Keeps an entry, or forgets it.
 * @throws {Error} where the browser keeps nothing for this site, or has no room left
 */
export function writeEntry(id: string, entry: ListEntry | undefined): void {
  // The key says which paper it is of.
  writeItem(paperKey(id), entry && JSON.stringify({ ...entry, id: undefined }));
}

/** A setting of the reader's. */
export function readSetting<Name extends keyof ListSettings>(
  name: Name,
): ListSettings[Name] | undefined {
  return (readItem(listPrefix + name) ?? undefined) as ListSettings[Name] | undefined;
}

/** Remembers a setting, or forgets it. @throws {Error} as `writeEntry` does */
export function writeSetting<Name extends keyof ListSettings>(
  name: Name,
  value: ListSettings[Name] | undefined,
): void {
  writeItem(listPrefix + name, value);
}

/** Calls back when another tab has changed the list or a setting, or may have while this page slept. */
export function onOtherTab(callback: () => void): void {
  addEventListener('storage', ({ key }) => {
    if (key === null || key.startsWith(listPrefix)) callback();
  });
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) callback();
  });
}

function readItem(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function writeItem(key: string, value: string | undefined): void {
  try {
    if (value === undefined) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch (error) {
    const isFull = error instanceof DOMException && error.name === 'QuotaExceededError';
    throw new Error(
      isFull
        ? 'This was not kept: the browser has no room left for this site. Export the list, then remove what you no longer need.'
        : 'This was not kept: the browser keeps nothing for this site. Allow it to store data here.',
      { cause: error },
    );
  }
}

function parseEntry(id: string, text: string | null): ListEntry | undefined {
  try {
    const entry: Omit<ListEntry, 'id'> | null = JSON.parse(text ?? 'null');
    return typeof entry?.changedAt === 'string' ? { ...entry, id } : undefined;
  } catch {
    return undefined;
  }
}

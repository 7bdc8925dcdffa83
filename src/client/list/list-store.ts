import { basePath } from '../../urls.ts';
import type { ListEntry } from './list-entry.ts';

/**
 * Prefix of the keys in `localStorage`: one key for each paper, so that tabs do not overwrite each other's changes of
 * other papers, and the settings. It contains the base because several archives may share an origin.
 */
export const listPrefix = `dayleaf:${basePath}:`;

interface ListSettings {
  /** Whether lists hide papers that are marked as read. */
  'hide-read': 'on';
  /** Whether keyboard shortcuts are disabled. */
  'keys-off': 'on';
  /** ISO time of the last export. */
  'exported-at': string;
}

const paperPrefix = `${listPrefix}paper:`;

/** The entry of a paper; undefined if there is none that can be read. */
export function readEntry(id: string): ListEntry | undefined {
  try {
    const entry: Omit<ListEntry, 'id'> | null = JSON.parse(readItem(paperPrefix + id) ?? 'null');
    return typeof entry?.changedAt === 'string' ? { ...entry, id } : undefined;
  } catch {
    return undefined;
  }
}

/** All entries, in no particular order. */
export function readEntries(): ListEntry[] {
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(paperPrefix))
      .flatMap((key) => readEntry(key.slice(paperPrefix.length)) ?? []);
  } catch {
    return [];
  }
}

/** Stores an entry, or deletes it if it is undefined. @throws {Error} as `writeItem` does */
export function writeEntry(id: string, entry: ListEntry | undefined): void {
  // The id is part of the key.
  writeItem(paperPrefix + id, entry && JSON.stringify({ ...entry, id: undefined }));
}

/** A setting of the reader; undefined by default. */
export function readSetting<Name extends keyof ListSettings>(
  name: Name,
): ListSettings[Name] | undefined {
  return (readItem(listPrefix + name) ?? undefined) as ListSettings[Name] | undefined;
}

/** Stores a setting, or deletes it if it is undefined. @throws {Error} as `writeItem` does */
export function writeSetting<Name extends keyof ListSettings>(
  name: Name,
  value: ListSettings[Name] | undefined,
): void {
  writeItem(listPrefix + name, value);
}

/** Calls back when another tab has changed the list or a setting, or may have while the page was in the bfcache. */
export function onOtherTab(callback: () => void): void {
  addEventListener('storage', ({ key }) => {
    if (key === null || key.startsWith(listPrefix)) callback();
  });
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) callback();
  });
}

/** The value of a key in `localStorage`; null if there is none, or if the browser denies access. */
export function readItem(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/**
 * Sets a key in `localStorage`, or removes it if the value is undefined.
 * @throws {Error} with a message for the reader if the storage is full or denied
 */
export function writeItem(key: string, value: string | undefined): void {
  try {
    if (value === undefined) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch (error) {
    const isFull = error instanceof DOMException && error.name === 'QuotaExceededError';
    throw new Error(
      isFull
        ? 'This was not saved because the browser’s storage for this site is full. Export the list, then remove what you no longer need.'
        : 'This was not saved because the browser does not let this site store data. Allow it in the browser’s settings.',
      { cause: error },
    );
  }
}

import type { ListEntry } from '../list/list-entry.ts';
import { mostBytes, parseList, serialiseList } from '../list/list-file.ts';
import { readEntries, writeEntry, writeSetting } from '../list/list-store.ts';
import { mergeLists } from '../list/merge-lists.ts';
import { downloadFile } from '../page/download-file.ts';

/** Gives the list to the reader as a file, and remembers when. @throws {Error} where that is not kept */
export function exportList(): void {
  const now = new Date().toISOString();
  const name = `dayleaf-reading-list-${now.slice(0, 10)}.json`;
  downloadFile(serialiseList(readEntries()), name, 'application/json');
  writeSetting('exported-at', now);
}

/**
 * Merges a file into the list.
 * @returns a sentence on what came of it
 * @throws {Error} that says what is wrong with the file, and then nothing was imported; or that the
 *   browser has no room, and then what was written until then is kept
 */
export async function importList(file: File): Promise<string> {
  if (file.size > mostBytes) {
    throw new Error(
      `${file.name} has ${Math.ceil(file.size / 2 ** 20)} MB; a reading list has ${mostBytes / 2 ** 20} MB at most. Choose a file that was exported here.`,
    );
  }
  const imported = parseFile(file.name, await file.text());
  const before = new Map(readEntries().map((entry) => [entry.id, entry]));
  const merged = mergeLists([...before.values()], imported);
  const changed = merged.filter((entry) => !isSame(entry, before.get(entry.id)));
  for (const entry of changed) writeEntry(entry.id, entry);
  // Who takes in a file that holds everything has that file: there is nothing to remind of.
  const inFile = new Map(imported.map((entry) => [entry.id, entry]));
  if (merged.every((entry) => isSame(entry, inFile.get(entry.id)))) {
    writeSetting('exported-at', new Date().toISOString());
  }
  const added = changed.filter(({ id }) => !before.has(id)).length;
  const papers = imported.length === 1 ? '1 paper' : `${imported.length} papers`;
  return `Imported ${papers}: ${added} new, ${changed.length - added} changed, ${imported.length - changed.length} as they were.`;
}

function parseFile(name: string, text: string): ListEntry[] {
  try {
    return parseList(text);
  } catch (error) {
    throw new Error(`${name} was not imported.\n${(error as Error).message}`, { cause: error });
  }
}

function isSame(a: ListEntry, b: ListEntry | undefined): boolean {
  return b !== undefined && serialiseList([a]) === serialiseList([b]);
}

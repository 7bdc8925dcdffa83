import type { ListEntry } from '../list/list-entry.ts';
import { mostBytes, parseList, serialiseList } from '../list/list-file.ts';
import { writeEntry, writeSetting } from '../list/list-store.ts';
import { mergeLists } from '../list/merge-lists.ts';
import { downloadFile } from '../page/download-file.ts';
import { readList } from './read-list.ts';

/**
 * Gives the list to the reader as a file, and remembers when.
 * @returns a sentence on what came of it
 * @throws {Error} where that is not kept
 */
export function exportList(): string {
  const { entries, unreadable } = readList();
  const now = new Date().toISOString();
  const name = `dayleaf-reading-list-${now.slice(0, 10)}.json`;
  downloadFile(serialiseList(entries), name, 'application/json');
  writeSetting('exported-at', now);
  if (unreadable === 0) return 'Exported.';
  return `Exported without ${count(unreadable, 'entry', 'entries')} that could not be read.`;
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
  const before = new Map(readList().entries.map((entry) => [entry.id, entry]));
  const merged = mergeLists([...before.values()], imported);
  const changed = merged.filter((entry) => !isSame(entry, before.get(entry.id)));
  writeAll(changed);
  // Who takes in a file that holds everything has that file: there is nothing to remind of.
  const inFile = new Map(imported.map((entry) => [entry.id, entry]));
  if (merged.every((entry) => isSame(entry, inFile.get(entry.id)))) {
    writeSetting('exported-at', new Date().toISOString());
  }
  const added = changed.filter(({ id }) => !before.has(id)).length;
  return `Imported ${count(imported.length, 'paper', 'papers')}: ${added} new, ${changed.length - added} changed, ${imported.length - changed.length} as they were.`;
}

const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

/** @throws {Error} if the storage is full, with the number of entries written before */
function writeAll(entries: readonly ListEntry[]): void {
  let kept = 0;
  try {
    for (const entry of entries) {
      writeEntry(entry.id, entry);
      kept++;
    }
  } catch (error) {
    const { message } = error as Error;
    if (kept === 0) throw error;
    throw new Error(
      `Of ${count(entries.length, 'paper', 'papers')} that are new or changed, ${kept} were kept. For the next one: ${message}`,
      { cause: error },
    );
  }
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

import { findCitationFormat } from '../../export/citation-formats.ts';
import { citeList as writeCitedList } from '../../export/cite-list.ts';
import { citationsUrl, permalink } from '../../urls.ts';
import { isListed, type ListEntry } from '../list/list-entry.ts';
import { maxBytes, parseList, serialiseList } from '../list/list-file.ts';
import { writeEntry, writeSetting } from '../list/list-store.ts';
import { mergeLists } from '../list/merge-lists.ts';
import { downloadFile } from '../page/download-file.ts';
import { fetchText } from '../page/fetch-text.ts';
import { readList } from './read-list.ts';

/**
 * Downloads the list as a file, and stores the time.
 * @returns a report for the reader
 * @throws {Error} if the time cannot be stored
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
 * @returns a report for the reader
 * @throws {Error} with the faults of the file, of which nothing was imported then; or if the storage is full, with
 *   the number of entries stored before
 */
export async function importList(file: File): Promise<string> {
  if (file.size > maxBytes) {
    throw new Error(
      `${file.name} has ${Math.ceil(file.size / 2 ** 20)} MB; a reading list has at most ${maxBytes / 2 ** 20} MB. Choose a file that was exported here.`,
    );
  }
  const imported = parseFile(file.name, await file.text());
  const before = new Map(readList().entries.map((entry) => [entry.id, entry]));
  const merged = mergeLists([...before.values()], imported);
  const changed = merged.filter((entry) => !isSame(entry, before.get(entry.id)));
  writeAll(changed);
  // If the file contains the whole list, there is no need to export it.
  const inFile = new Map(imported.map((entry) => [entry.id, entry]));
  if (merged.every((entry) => isSame(entry, inFile.get(entry.id)))) {
    writeSetting('exported-at', new Date().toISOString());
  }
  const added = changed.filter(({ id }) => !before.has(id)).length;
  return `Imported ${count(imported.length, 'paper')}: ${added} new, ${changed.length - added} changed, ${imported.length - changed.length} unchanged.`;
}

/**
 * Downloads citations of the saved papers. They come from the files of their days, which have the formulas of
 * titles; the list has plain text only.
 * @param extension of the format: `bib`
 * @returns a report for the reader
 */
export async function citeList(extension: string): Promise<string> {
  const format = findCitationFormat(extension);
  const papers = readList()
    .entries.filter(isListed)
    .map(({ id, slug, title, day }) => ({ identity: id, url: permalink(slug), title, day }));
  const { file, plain } = await writeCitedList(format, papers, async (day) => {
    const address = citationsUrl(`days/${day}`, extension);
    return await fetchText(address).catch(() => undefined);
  });
  downloadFile(file, `dayleaf-reading-list.${extension}`, format.mediaType);
  const cited = `Downloaded ${count(papers.length, 'paper')}`;
  return plain > 0
    ? `${cited}; ${plain} without formulas because the archive could not be reached.`
    : `${cited}.`;
}

const count = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

/** @throws {Error} if the storage is full, with the number of entries written before */
function writeAll(entries: readonly ListEntry[]): void {
  entries.forEach((entry, written) => {
    try {
      writeEntry(entry.id, entry);
    } catch (error) {
      if (written === 0) throw error;
      throw new Error(
        `Of ${count(entries.length, 'paper')} that are new or changed, ${written} were imported. The next one: ${(error as Error).message}`,
        { cause: error },
      );
    }
  });
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

import {
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { FileRow } from './site-files.ts';
import { walkFolder } from './walk-folder.ts';

/** Folders with hundreds or thousands of files, which only pages, endpoints and the search index are written to. */
const largeFolders = ['api', 'days', 'feeds', 'months', 'pagefind', 'papers', 'weeks'];

/** Whether a path is in one of the large folders, in which every file has a key. */
export const isInLarge = (path: string): boolean =>
  largeFolders.includes(path.split('/', 1)[0] ?? '');

/**
 * Moves the site before the last one to the folder of the next site, which needs most of the same folders and
 * links. Only the large folders are kept; `linkLast` checks their content.
 * @param earlier folder of that site; nothing is done if it does not exist
 */
export function takeEarlier(earlier: string, next: string): void {
  if (!existsSync(earlier)) return;
  try {
    renameSync(earlier, next);
  } catch {
    // On another file system, or already moved by another build. It is only an optimisation.
    return;
  }
  for (const name of readdirSync(next))
    if (!largeFolders.includes(name)) rmSync(join(next, name), { recursive: true });
}

/**
 * Creates hard links in the large folders of the next site to all unmodified files of the last site, and removes
 * all other files there.
 * @param known rows of the last site, by path
 * @returns the paths of the links; incomplete if the file system does not support hard links
 */
export function linkLast(
  last: string,
  next: string,
  known: ReadonlyMap<string, FileRow>,
): Set<string> {
  const links = new Set<string>();
  const folders = new Set<string>();
  /** Records a folder and its parents. @returns the folders that are new, parents first */
  const enter = (folder: string): string[] => {
    if (folder === '.' || folders.has(folder)) return [];
    folders.add(folder);
    return [...enter(dirname(folder)), folder];
  };
  const found: string[] = [];
  for (const folder of largeFolders) {
    const path = join(next, folder);
    if (!existsSync(path)) continue;
    for (const { path: name, isFolder } of walkFolder(path, `${folder}/`)) {
      const file = join(next, name);
      if (isFolder) {
        found.push(name);
        continue;
      }
      const row = known.get(name);
      const number = row && findUntouched(last, name, row);
      if (number === undefined || lstatSync(file).ino !== number) rmSync(file);
      else {
        links.add(name);
        enter(dirname(name));
      }
    }
    // An empty folder may have the path of a file. The list has parents before children.
    for (const name of found.splice(0).reverse())
      if (!folders.has(name)) rmdirSync(join(next, name));
  }
  for (const [path, row] of known) {
    if (links.has(path) || !isInLarge(path)) continue;
    if (findUntouched(last, path, row) === undefined) continue;
    try {
      for (const folder of enter(dirname(path))) mkdirSync(join(next, folder), { recursive: true });
      linkSync(join(last, path), join(next, path));
    } catch {
      // `SiteFiles` copies files that are not linked, and reports errors of the file system.
      break;
    }
    links.add(path);
  }
  return links;
}

/** The inode number of a file of the last site; undefined if it is missing or was modified. */
export function findUntouched(
  last: string,
  path: string,
  [, sizeBytes, modifiedMs]: FileRow,
): number | undefined {
  const stat = lstatSync(join(last, path), { throwIfNoEntry: false });
  const isSame =
    stat?.isFile() && stat.size === sizeBytes && Math.floor(stat.mtimeMs) === modifiedMs;
  return isSame ? stat?.ino : undefined;
}

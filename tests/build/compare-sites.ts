import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The paths of all files in a folder, with slashes, in order. */
export const listPaths = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .map((path) => path.replaceAll('\\', '/'))
    .sort();

/** The paths of files that only one of two folders has, or that are not the same byte for byte. */
export function listDifferences(one: string, other: string): string[] {
  const [ofOne, ofOther] = [listPaths(one), listPaths(other)];
  const common = new Set(ofOther).intersection(new Set(ofOne));
  const isSame = (path: string): boolean =>
    common.has(path) && readFileSync(join(one, path)).equals(readFileSync(join(other, path)));
  return [...new Set([...ofOne, ...ofOther])].filter((path) => !isSame(path)).sort();
}

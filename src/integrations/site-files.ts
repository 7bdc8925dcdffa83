import {
  copyFileSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  rmdirSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { SiteFile } from '../packs/plan-packs.ts';
import { findUntouched } from './scaffold.ts';
import { walkFolder } from './walk-folder.ts';

/** What is known of a file of the last site: what it was made from, and what it was then. */
export type FileRow = readonly [key: string, sizeBytes: number, modifiedMs: number];

/**
 * The files of the site that is being built, and those of the last one that they can be taken from. A file is
 * taken over where it would be made from the same and nobody has touched it since.
 */
export class SiteFiles {
  /** Folders of the last site and of the next. */
  readonly last: string;
  readonly next: string;
  readonly #known: ReadonlyMap<string, FileRow>;
  readonly #keys = new Map<string, string>();
  /** Sizes and times of files that are what they will be. */
  readonly #stats = new Map<string, readonly [sizeBytes: number, modifiedMs: number]>();
  readonly #folders = new Set<string>();
  /** Paths of hard links to files of the last site that `linkLast` created. */
  readonly #present = new Set<string>();
  /** Folders from which a link was removed. */
  readonly #emptied = new Set<string>();
  /** How many files were taken over. */
  reused = 0;

  /** @param known what the last build has noted, by path in the site */
  constructor(last: string, next: string, known: ReadonlyMap<string, FileRow>) {
    this.last = last;
    this.next = next;
    this.#known = known;
  }

  /**
   * Takes a file over from the last site, by a hard link where the disk has such: a later build must never
   * write into it, but put another file in its place.
   * @param path in the site: `papers/x/index.html`
   * @returns false where it has to be made
   */
  reuse(path: string, key: string): boolean {
    const stat = this.#findUnchanged(path, key);
    if (!stat) return false;
    this.#keys.set(path, key);
    this.reused++;
    if (!this.#present.has(path)) {
      this.#makeFolder(dirname(path));
      // A copy has another time than the file.
      if (!linkOrCopy(join(this.last, path), join(this.next, path))) return true;
    }
    this.#stats.set(path, stat);
    return true;
  }

  /** Adds the paths of links that `linkLast` created. */
  startFrom(links: Iterable<string>): void {
    for (const path of links) this.#present.add(path);
  }

  /** Removes links that are not part of the next site. */
  clearLinks(): void {
    this.clear('');
    for (const folder of this.#emptied) {
      const path = join(this.next, folder);
      if (!existsSync(path) || readdirSync(path).length > 0) continue;
      rmdirSync(path);
      // A set that grows while it is gone through: the folder above may be empty now.
      if (folder !== '.') this.#emptied.add(dirname(folder));
    }
  }

  /** Takes over all of some files or none of them: those that are made are written, and must be no links. */
  reuseAll(paths: readonly string[], key: string): boolean {
    const isUnchanged = paths.every((path) => this.#findUnchanged(path, key) !== undefined);
    return isUnchanged && paths.every((path) => this.reuse(path, key));
  }

  /** Notes what a file that is made anew is made from. */
  note(path: string, key: string): void {
    this.discard(path);
    this.#keys.set(path, key);
  }

  /** Removes the link at a path before it is written: writing through it would change the last site. */
  discard(path: string): void {
    if (this.#present.has(path)) this.#remove(path);
  }

  /** Writes a file of the next site. */
  write(path: string, content: string | Uint8Array): void {
    this.discard(path);
    this.#makeFolder(dirname(path));
    writeFileSync(join(this.next, path), content);
  }

  /** The same, in one folder. */
  clear(folder: string): void {
    for (const path of this.#present)
      if (path.startsWith(folder) && !this.#keys.has(path)) this.#remove(path);
  }

  /** Keys of the files of the next site, by path. */
  get keys(): ReadonlyMap<string, string> {
    return this.#keys;
  }

  /** Adds keys of files that another thread has written. */
  adopt(keys: ReadonlyMap<string, string>, reused = 0): void {
    for (const [path, key] of keys) this.#keys.set(path, key);
    this.reused += reused;
  }

  /**
   * The files of the next site with their sizes, in no order; from now on they are what they will be.
   * @param isWanted whether a path is listed; others may still be written
   */
  list(isWanted: (path: string) => boolean = () => true): SiteFile[] {
    const listed: SiteFile[] = [];
    for (const { path, isFile } of walkFolder(this.next))
      if (isFile && isWanted(path)) listed.push({ path, sizeBytes: this.#stat(path)[0] });
    return listed;
  }

  /** What the next build must know of the files that were noted or taken over. */
  *rows(): Generator<readonly [path: string, row: FileRow]> {
    for (const [path, key] of this.#keys) yield [path, [key, ...this.#stat(path)]];
  }

  #stat(path: string): readonly [sizeBytes: number, modifiedMs: number] {
    const known = this.#stats.get(path);
    if (known) return known;
    const { size, mtimeMs } = lstatSync(join(this.next, path));
    this.#stats.set(path, [size, Math.floor(mtimeMs)]);
    return [size, Math.floor(mtimeMs)];
  }

  /** Size and time of a file of the last site; undefined where it is not what would be made. */
  #findUnchanged(
    path: string,
    key: string,
  ): readonly [sizeBytes: number, modifiedMs: number] | undefined {
    const row = this.#known.get(path);
    if (row?.[0] !== key) return undefined;
    const isSame = this.#present.has(path) || findUntouched(this.last, path, row) !== undefined;
    return isSame ? [row[1], row[2]] : undefined;
  }

  #remove(path: string): void {
    unlinkSync(join(this.next, path));
    this.#present.delete(path);
    this.#emptied.add(dirname(path));
  }

  #makeFolder(folder: string): void {
    if (this.#folders.has(folder)) return;
    this.#folders.add(folder);
    if (folder !== '.') this.#makeFolder(dirname(folder));
    // Not `recursive`, which takes ten times as long. Another thread may create the same folder.
    try {
      mkdirSync(join(this.next, folder));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

/** @returns whether the file is a link */
function linkOrCopy(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST' || code === 'ENOSPC') throw error;
    copyFileSync(from, to);
    return false;
  }
}

import {
  appendFileSync,
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
import { findUntouched, isInLarge } from './scaffold.ts';
import { walkFolder } from './walk-folder.ts';

/** A file of the last site: digest of what it was made from, size in bytes, modification time in whole ms. */
export type FileRow = readonly [key: string, sizeBytes: number, modifiedMs: number];

/**
 * The files of the next site, and those of the last one that can be reused: a file is reused if its key is the same
 * and it has not been modified since.
 */
export class SiteFiles {
  /** Folders of the last site and of the next. */
  readonly last: string;
  readonly next: string;
  readonly #known: ReadonlyMap<string, FileRow>;
  readonly #keys = new Map<string, string>();
  /** Sizes and times of complete files. */
  readonly #stats = new Map<string, readonly [sizeBytes: number, modifiedMs: number]>();
  readonly #folders = new Set<string>();
  /** Paths of hard links to files of the last site that `linkLast` created. */
  readonly #present = new Set<string>();
  /** Folders from which a link was removed. */
  readonly #emptied = new Set<string>();
  /** Number of reused files. */
  reused = 0;

  /** @param known rows of the last site, by path */
  constructor(last: string, next: string, known: ReadonlyMap<string, FileRow>) {
    this.last = last;
    this.next = next;
    this.#known = known;
  }

  /**
   * Reuses a file of the last site, as a hard link if the disk supports them. Builds therefore never write to an
   * existing file, but replace it.
   * @param path in the site: `papers/x/index.html`
   * @returns false if it has to be made
   */
  reuse(path: string, key: string): boolean {
    const stat = this.#findUnchanged(path, key);
    if (!stat) return false;
    this.#keys.set(path, key);
    this.reused++;
    if (!this.#present.has(path)) {
      this.#makeFolder(dirname(path));
      // A copy has its own modification time.
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
      // The set grows during the loop: the parent folder may be empty now.
      if (folder !== '.') this.#emptied.add(dirname(folder));
    }
  }

  /** Reuses all of the files, or none: those that are made again must not be links. */
  reuseAll(paths: readonly string[], key: string): boolean {
    const isUnchanged = paths.every((path) => this.#findUnchanged(path, key) !== undefined);
    return isUnchanged && paths.every((path) => this.reuse(path, key));
  }

  /** Sets the key of a file that is made; without one, it will not be reused. */
  note(path: string, key = ''): void {
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

  /** Continues a file that `write` has begun. */
  append(path: string, content: string | Uint8Array): void {
    appendFileSync(join(this.next, path), content);
  }

  /** Removes links below a folder that are not part of the next site. */
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
   * The files of the next site with their sizes, in no particular order. They must be complete.
   * @param isWanted whether a path is listed; other files may still be written
   */
  list(isWanted: (path: string) => boolean = () => true): SiteFile[] {
    return this.#paths()
      .filter(isWanted)
      .map((path) => ({ path, sizeBytes: this.#stat(path)[0] }))
      .toArray();
  }

  /** The paths of all files. Those with keys are known: reading their thousands of folders takes long. */
  *#paths(): Generator<string> {
    yield* this.#keys.keys();
    for (const { path, isFile } of walkFolder(this.next, '', (folder) => !isInLarge(folder)))
      if (isFile && !this.#keys.has(path)) yield path;
  }

  /** The rows of all files with keys, for the next build. */
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

  /** Size and time of a file of the last site; undefined if it cannot be reused. */
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

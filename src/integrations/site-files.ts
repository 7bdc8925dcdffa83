import {
  copyFileSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, sep } from 'node:path';
import type { SiteFile } from '../packs/plan-packs.ts';

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
  /** Files of the scaffold that are those of the last site, by path. */
  readonly #present = new Set<string>();
  /** Folders of the scaffold from which something was removed. */
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

  /**
   * Begins with the site before the last one in place of an empty folder: most of its thousands of folders and
   * links are those of the next site too, and to make them takes longer than all else of a small change. Only
   * the large folders are kept; `checkScaffold` says what of them holds.
   * @param earlier folder of that site, which is moved; nothing is done where there is none
   */
  startFrom(earlier: string): void {
    if (!existsSync(earlier)) return;
    try {
      renameSync(earlier, this.next);
    } catch {
      // On another disk, or of a site that another build has begun: it is not needed.
      return;
    }
    for (const name of readdirSync(this.next))
      if (!(scaffold as readonly string[]).includes(name))
        rmSync(join(this.next, name), { recursive: true });
  }

  /** Removes from a large folder what is not, by link, a file of the last site that somebody has noted. */
  checkScaffold(folder: (typeof scaffold)[number]): void {
    const path = join(this.next, folder);
    const folders: string[] = [];
    for (const entry of existsSync(path)
      ? readdirSync(path, { recursive: true, withFileTypes: true })
      : []) {
      const file = join(entry.parentPath, entry.name);
      const name = this.#pathOf(file);
      if (entry.isDirectory()) folders.push(name);
      else if (this.#isOfLast(name)) {
        this.#present.add(name);
        for (let at = dirname(name); !this.#folders.has(at); at = dirname(at))
          this.#folders.add(at);
      } else {
        rmSync(file);
        this.#emptied.add(dirname(name));
      }
    }
    // An empty folder may have the path of a file. The list has parents before children.
    for (const name of folders.reverse())
      if (!this.#folders.has(name)) rmdirSync(join(this.next, name));
  }

  /** Removes what was kept of the scaffold and is no file of the next site. */
  clearScaffold(): void {
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

  /** Removes the files of a folder that were kept of the scaffold. */
  clear(folder: string): void {
    for (const path of this.#present)
      if (path.startsWith(folder) && !this.#keys.has(path)) this.#remove(path);
  }

  /** What a file was made from; undefined where nobody has said. */
  keyOf(path: string): string | undefined {
    return this.#keys.get(path);
  }

  /** Takes in what a worker has noted of files that it has written or taken over. */
  adopt(rows: ReadonlyMap<string, FileRow>, reused: number): void {
    for (const [path, [key, ...stat]] of rows) {
      this.#keys.set(path, key);
      this.#stats.set(path, stat);
    }
    this.reused += reused;
  }

  /** All files of the next site with their sizes, in no order; from now on they are what they will be. */
  list(): SiteFile[] {
    return readdirSync(this.next, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => {
        const path = this.#pathOf(join(entry.parentPath, entry.name));
        return { path, sizeBytes: this.#stat(path)[0] };
      });
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
    const [knownKey, sizeBytes = 0, modifiedMs = 0] = this.#known.get(path) ?? [];
    if (knownKey !== key) return undefined;
    const isSame = this.#present.has(path) || this.#findUntouched(path) !== undefined;
    return isSame ? [sizeBytes, modifiedMs] : undefined;
  }

  #pathOf(file: string): string {
    return file
      .slice(this.next.length + 1)
      .split(sep)
      .join('/');
  }

  /** Whether a file is, by link, one of the last site that is as it was noted. */
  #isOfLast(path: string): boolean {
    const number = this.#known.has(path) && this.#findUntouched(path);
    return Boolean(number) && lstatSync(join(this.next, path)).ino === number;
  }

  /** The number of a file of the last site, where it is there and as it was noted. */
  #findUntouched(path: string): number | undefined {
    const [, sizeBytes, modifiedMs] = this.#known.get(path) ?? [];
    const stat = lstatSync(join(this.last, path), { throwIfNoEntry: false });
    const isSame =
      stat?.isFile() && stat.size === sizeBytes && Math.floor(stat.mtimeMs) === modifiedMs;
    return isSame ? stat?.ino : undefined;
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

/** Folders that contain only the output of pages and endpoints. */
export const pageFolders = ['api', 'days', 'feeds', 'months', 'papers', 'weeks'] as const;
/** Folders with hundreds or thousands of entries. */
const scaffold = [...pageFolders, 'pagefind'] as const;

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

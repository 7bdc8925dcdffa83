import { existsSync, lstatSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** SQLite's code for a file that another connection has locked. @see https://www.sqlite.org/rescode.html */
const busy = 5;

/** The file that is locked in place of a folder: `dist` → `.dist-lock`. */
export const lockFile = (folder: string): string =>
  join(dirname(folder), `.${basename(folder)}-lock`);

/**
 * Locks a folder against other processes, with SQLite's exclusive lock of a file beside it. The operating system
 * releases it when the process ends, even if it is killed, so no stale lock remains.
 * @returns releases the lock; undefined where it is taken
 * @throws {Error} of the file system
 */
export function lockFolder(folder: string): (() => void) | undefined {
  const file = lockFile(folder);
  mkdirSync(dirname(folder), { recursive: true });
  for (;;) {
    // SQLite would create it too, but its errors do not say why a file cannot be created.
    if (!existsSync(file)) writeFileSync(file, '');
    const number = findNumber(file);
    const database = lockDatabase(file);
    if (!database) return undefined;
    // If the last holder removed the file before it was locked here, another process can lock a new file.
    if (number !== undefined && number === findNumber(file))
      return () => {
        // On Windows an open file cannot be removed.
        const isRemoved = remove(file);
        database.close();
        if (!isRemoved) remove(file);
      };
    database.close();
  }
}

function lockDatabase(file: string): DatabaseSync | undefined {
  const database = new DatabaseSync(file, { timeout: 0 });
  try {
    // By default a killed process leaves a journal file. Nothing is written, so none is needed.
    database.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
    return database;
  } catch (error) {
    database.close();
    if ((error as { errcode?: number }).errcode === busy) return undefined;
    throw error;
  }
}

const findNumber = (file: string): number | undefined =>
  lstatSync(file, { throwIfNoEntry: false })?.ino;

function remove(file: string): boolean {
  try {
    rmSync(file);
    return true;
  } catch {
    return false;
  }
}

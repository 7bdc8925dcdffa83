import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * Writes a file so that it is, at every moment and after any crash, either as before or as after:
 * beside it first, flushed to disk, then renamed over it. What a crash leaves there is hidden, and so
 * no seed.
 * @throws {NodeJS.ErrnoException} with the path of the file, for the system does not always name it
 */
export async function writeAtomically(path: string, content: string | Uint8Array): Promise<void> {
  const beside = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  try {
    const file = await open(beside, 'w');
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, path);
  } catch (error) {
    // What a full or read-only disk keeps us from removing must not hide why.
    await rm(beside, { force: true }).catch(() => {});
    throw Object.assign(error as NodeJS.ErrnoException, { path });
  }
}

/**
 * Tries whether a file can be written into a folder, by writing one: permissions alone do not tell.
 * @throws {NodeJS.ErrnoException} with the path of the folder
 */
export async function ensureWritable(folder: string): Promise<void> {
  const trial = join(folder, `.writable.${process.pid}.tmp`);
  try {
    await (await open(trial, 'w')).close();
    await rm(trial);
  } catch (error) {
    throw Object.assign(error as NodeJS.ErrnoException, { path: folder });
  }
}

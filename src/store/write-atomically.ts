import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * Writes a file atomically: a temporary file beside it is flushed to disk, then renamed over it. After a crash the file
 * has either its old or its new content; the temporary file that may remain is hidden, so it is not a seed.
 * @throws {NodeJS.ErrnoException} with the path of the file, because the system does not always name it
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
    // A failure to remove the file must not hide the first error.
    await rm(beside, { force: true }).catch(() => {});
    throw Object.assign(error as NodeJS.ErrnoException, { path });
  }
}

/**
 * Checks that files can be written into a folder by writing one: permissions alone are not enough to know.
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

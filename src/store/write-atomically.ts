import { open, rename, rm } from 'node:fs/promises';

/**
 * Writes a file so that it is, at every moment and after any crash, either as before or as after:
 * beside it first, flushed to disk, then renamed over it.
 */
export async function writeAtomically(path: string, content: string | Uint8Array): Promise<void> {
  const beside = `${path}.${process.pid}.tmp`;
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
    await rm(beside, { force: true });
    throw error;
  }
}

import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

const beside = (folder: string, suffix: string): string =>
  join(dirname(folder), `.${basename(folder)}-${suffix}`);

/** Where the next version of a folder is made: `dist` → `.dist-next`, on the same file system. */
export const nextFolder = (folder: string): string => beside(folder, 'next');

/** Where its last version waits while the next one takes its place. */
const oldFolder = (folder: string): string => beside(folder, 'old');

/**
 * Puts the next version of a folder in its place. A reader of the folder sees the old or the new one;
 * a crash between the two renames is mended by `healSwap`.
 */
export async function swapIn(folder: string): Promise<void> {
  if (existsSync(folder)) await rename(folder, oldFolder(folder));
  await rename(nextFolder(folder), folder);
  await rm(oldFolder(folder), { recursive: true, force: true });
}

/** Takes back what an interrupted swap left: the last version, if its place is empty. */
export async function healSwap(folder: string): Promise<void> {
  const old = oldFolder(folder);
  if (!existsSync(folder) && existsSync(old)) await rename(old, folder);
  await rm(old, { recursive: true, force: true });
  await rm(nextFolder(folder), { recursive: true, force: true });
}

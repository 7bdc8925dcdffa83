import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { UsageError } from './exit-on-fault.ts';
import { lockFile, nextFolder, oldFolder, readLocks, takeBackOld } from './site-folder.mjs';

/**
 * Runs a build as the only one that writes a folder.
 * @throws {UsageError} when another one is at work there
 */
export async function lockFolder(folder: string, build: () => Promise<void>): Promise<void> {
  await mkdir(dirname(folder), { recursive: true });
  const own = lockFile(folder);
  // First said, then looked: of two that begin at once both may stop, and never neither.
  await writeFile(own, '');
  try {
    const locks = readLocks(folder).filter(({ file }) => file !== own);
    const other = locks.find(({ isAlive }) => isAlive);
    if (other) {
      throw new UsageError(
        `Another build is writing ${folder} (process ${other.pid}).\n  hint: wait for it, or end it; then run the command again.`,
      );
    }
    for (const { file } of locks) await rm(file, { force: true });
    await build();
  } finally {
    await rm(own, { force: true });
  }
}

/**
 * Makes the next version of a folder that is locked. Before it, what a killed build left is mended and
 * cleared away; after it, whether it went well or not, nothing is left beside the folder.
 */
export async function replaceFolder(folder: string, make: () => Promise<void>): Promise<void> {
  takeBackOld(folder, lockFile(folder));
  await clear(folder);
  try {
    await make();
  } finally {
    await clear(folder);
  }
}

/**
 * Puts the next version of a folder in its place. A reader of the folder sees the old or the new one;
 * a kill between the two renames is mended by the next command.
 * @param kept where the old version is moved to, if it can be on the same disk; otherwise it is removed
 */
export async function swapIn(folder: string, kept?: string): Promise<void> {
  const old = oldFolder(folder);
  if (existsSync(folder)) await rename(folder, old);
  await rename(nextFolder(folder), folder);
  if (kept === undefined || !existsSync(old)) return;
  await rm(kept, { recursive: true, force: true });
  await rename(old, kept).catch(() => undefined);
}

async function clear(folder: string): Promise<void> {
  // An old version that is the only one is no rubbish.
  if (existsSync(folder)) await rm(oldFolder(folder), { recursive: true, force: true });
  await rm(nextFolder(folder), { recursive: true, force: true });
}

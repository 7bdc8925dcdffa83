import { existsSync, renameSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { UsageError } from './exit-on-fault.ts';
import { lockFolder } from './lock-folder.ts';

/** Where the next version of a folder is made, on the same file system: `dist` → `.dist-next`. */
export const nextFolder = (folder: string): string =>
  join(dirname(folder), `.${basename(folder)}-next`);

/** Where the last version waits while the next one takes its place: `.dist-old`. */
const oldFolder = (folder: string): string => join(dirname(folder), `.${basename(folder)}-old`);

/**
 * Runs a build while no other one writes to a folder.
 * @throws {UsageError} when another one does
 */
export async function whileLocked(folder: string, build: () => Promise<void>): Promise<void> {
  const unlock = lockFolder(folder);
  if (!unlock)
    throw new UsageError(
      `Another build is writing to ${folder}.\n  hint: wait until it has ended, then run the command again.`,
    );
  try {
    await build();
  } finally {
    unlock();
  }
}

/**
 * Makes the next version of a folder that is locked. Before it, what a killed build left is put back or removed;
 * afterwards, even after an error, nothing is left beside the folder.
 */
export async function replaceFolder(folder: string, make: () => Promise<void>): Promise<void> {
  moveBack(folder);
  await clear(folder);
  try {
    await make();
  } finally {
    await clear(folder);
  }
}

/**
 * Moves the next version of a folder into its place. A reader sees either the old or the new one; after a kill
 * between the two renames, the next command moves the old one back.
 * @param kept where the old version is moved to, if that is on the same disk; otherwise it is removed
 */
export async function swapIn(folder: string, kept?: string): Promise<void> {
  const old = oldFolder(folder);
  if (existsSync(folder)) await rename(folder, old);
  await rename(nextFolder(folder), folder);
  if (kept === undefined || !existsSync(old)) return;
  await rm(kept, { recursive: true, force: true });
  await rename(old, kept).catch(() => undefined);
}

/**
 * Moves the last version of a folder back if a process was killed in `swapIn`; not while a build is running.
 * @returns whether it did
 * @throws {Error} of the file system
 */
export function restoreLast(folder: string): boolean {
  if (existsSync(folder) || !existsSync(oldFolder(folder))) return false;
  const unlock = lockFolder(folder);
  try {
    return unlock !== undefined && moveBack(folder);
  } finally {
    unlock?.();
  }
}

function moveBack(folder: string): boolean {
  if (existsSync(folder) || !existsSync(oldFolder(folder))) return false;
  renameSync(oldFolder(folder), folder);
  return true;
}

async function clear(folder: string): Promise<void> {
  // Without a version in its place, the old one is the only one.
  if (existsSync(folder)) await rm(oldFolder(folder), { recursive: true, force: true });
  await rm(nextFolder(folder), { recursive: true, force: true });
}

import { createHash } from 'node:crypto';
import { lstat, mkdir, readFile, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { writeAtomically } from '../src/store/write-atomically.ts';

/** The file of Astro's cache that holds the collections: restored papers, above all. */
const storeName = 'data-store.json';
/** The SHA-256 of that file when a build wrote it. */
const sealName = 'data-store.sha256';

/** Writes down what the cache is, so that the next build can tell whether it still is. */
export async function sealCache(folder: string): Promise<void> {
  const digest = await digestStore(folder);
  if (digest === undefined || digest === (await readSeal(folder))) return;
  await writeAtomically(join(folder, sealName), `${digest}\n`);
}

/**
 * Clears away a cache that is not, to the byte, what a build left: damaged, foreign, half written. Astro
 * then makes it anew; it would believe whatever it can parse.
 */
export async function checkCache(folder: string): Promise<void> {
  await removeUnless('isDirectory', folder);
  await mkdir(folder, { recursive: true });
  for (const name of [storeName, sealName, `${storeName}.tmp`])
    await removeUnless('isFile', join(folder, name));
  if ((await readSeal(folder)) !== (await digestStore(folder)))
    await rm(join(folder, storeName), { force: true });
}

/**
 * Clears away what is no file, or no folder, where Astro keeps what it derives from the configuration
 * (`.astro/`); the contents it writes anew itself.
 */
export async function checkDerived(folder = resolve('.astro')): Promise<void> {
  await removeUnless('isDirectory', folder);
  await removeUnless('isDirectory', join(folder, 'collections'));
  for (const name of ['content-assets.mjs', 'content-modules.mjs', 'content.d.ts', 'types.d.ts']) {
    await removeUnless('isFile', join(folder, name));
    await removeUnless('isFile', join(folder, `${name}.tmp`));
  }
}

async function removeUnless(kind: 'isFile' | 'isDirectory', path: string): Promise<void> {
  const stat = await lstat(path).catch(() => undefined);
  if (stat && !stat[kind]() && !stat.isSymbolicLink()) await rm(path, { recursive: true });
}

async function digestStore(folder: string): Promise<string | undefined> {
  const content = await readFile(join(folder, storeName)).catch(() => undefined);
  return content && createHash('sha256').update(content).digest('hex');
}

const readSeal = async (folder: string): Promise<string> =>
  (await readFile(join(folder, sealName), 'utf8').catch(() => '')).trim();

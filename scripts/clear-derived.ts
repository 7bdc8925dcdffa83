import { lstat, mkdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';

/**
 * Removes what Astro would read or fail at, and makes again in each build: the collections of an earlier build in
 * its cache, and entries of `.astro/` that are a folder in place of a file, or a file in place of a folder.
 * @param cache folder of Astro's cache
 */
export async function clearDerived(cache: string, derived = resolve('.astro')): Promise<void> {
  await removeUnless('isDirectory', cache);
  await mkdir(cache, { recursive: true });
  for (const name of ['data-store.json', 'data-store.json.tmp'])
    await rm(join(cache, name), { recursive: true, force: true });
  await removeUnless('isDirectory', derived);
  await removeUnless('isDirectory', join(derived, 'collections'));
  for (const name of ['content-assets.mjs', 'content-modules.mjs', 'content.d.ts', 'types.d.ts']) {
    await removeUnless('isFile', join(derived, name));
    await removeUnless('isFile', join(derived, `${name}.tmp`));
  }
}

async function removeUnless(kind: 'isFile' | 'isDirectory', path: string): Promise<void> {
  const stat = await lstat(path).catch(() => undefined);
  if (stat && !stat[kind]() && !stat.isSymbolicLink()) await rm(path, { recursive: true });
}

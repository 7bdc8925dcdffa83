import { lstat, mkdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';

/**
 * Clears away what Astro would otherwise believe or fail at: the collections that an earlier build has left in
 * its cache, and whatever is no file, or no folder, where it keeps what it derives from the configuration
 * (`.astro/`). All of it is made anew by Astro in each build.
 * @param cache Astro's cache
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

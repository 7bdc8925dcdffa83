import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** The files of a folder by name, each with what changes when it does: its size and time. In order. */
export async function describeFolder(folder: string): Promise<[name: string, state: string][]> {
  // A missing folder or file is reported by the code that reads it.
  const names = (await readdir(folder).catch(() => [])).filter((name) => !name.startsWith('.'));
  return Promise.all(
    names.sort().map(async (name) => {
      const stat = await lstat(join(folder, name)).catch(() => undefined);
      return [name, `${stat?.size} ${stat?.mtimeMs}`];
    }),
  );
}

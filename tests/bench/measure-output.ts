import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { manifestPath, packsOf, pointerPath, readManifest } from '../../src/packs/manifest.ts';

/** The size of a built site. */
export interface Output {
  files: number;
  bytes: number;
  /** The largest file: its path in the site, and its bytes. */
  largest: { path: string; bytes: number };
  /** Packs for offline reading by name, in bytes. */
  packs: Map<string, number>;
}

/** Measures a built site. @throws {Error} if it has no packs */
export async function measureOutput(site: string): Promise<Output> {
  const entries = await readdir(site, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const output: Output = {
    ...{ files: paths.length, bytes: 0, largest: { path: '', bytes: 0 } },
    packs: await readPacks(site),
  };
  for (const path of paths) {
    const { size } = await stat(path);
    output.bytes += size;
    if (size > output.largest.bytes)
      output.largest = { path: path.slice(site.length + 1), bytes: size };
  }
  return output;
}

async function readPacks(site: string): Promise<Map<string, number>> {
  const { build } = JSON.parse(await readFile(join(site, pointerPath), 'utf8'));
  const manifest = readManifest(await readFile(join(site, manifestPath(build)), 'utf8'));
  return new Map(packsOf(manifest, true).map(({ name, sizeBytes }) => [name, sizeBytes]));
}

/** Bytes that a reader with the whole archive offline downloads after a build: the packs that the last one did not have. */
export function sumUpdate(before: Output['packs'], after: Output['packs']): number {
  const added = [...after].filter(([name]) => !before.has(name));
  return added.reduce((sum, [, bytes]) => sum + bytes, 0);
}

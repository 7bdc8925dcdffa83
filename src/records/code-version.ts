import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { build } from 'esbuild';

/**
 * A digest of code as it is built, with all that it imports, and of the packages that it uses: results
 * are stale when the code changes, and not when a comment does.
 * @param modules paths of modules in the project
 * @param data paths of other files in the project that the code reads
 */
export async function digestCode(
  modules: readonly string[],
  data: readonly string[] = [],
): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: modules.map((path) => resolve(path)),
    bundle: true,
    write: false,
    outdir: 'built',
    format: 'esm',
    platform: 'node',
    packages: 'external',
    minify: true,
    legalComments: 'none',
    logLevel: 'silent',
  });
  const hash = createHash('sha256');
  for (const { text } of outputFiles) hash.update(text);
  // A copy of the project may have no lock file.
  for (const path of ['package-lock.json', ...data].map((name) => resolve(name)))
    if (existsSync(path)) hash.update(readFileSync(path));
  return hash.digest('hex').slice(0, 32);
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const packages = fileURLToPath(new URL('../node_modules', import.meta.url));

/**
 * Path of the JavaScript file behind a package's command, to be run by `process.execPath`: that needs neither a
 * shell nor a PATH, on any system.
 * @param name of the package: `@biomejs/biome`
 * @param command as the package calls it; the package's own name by default
 * @throws {Error} when the package is not installed or has no such command
 */
export function packageBin(name: string, command = name.replace(/^.*\//, '')): string {
  const folder = join(packages, name);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = typeof bin === 'string' ? bin : bin?.[command];
  if (!file) throw new Error(`The package ${name} has no command ${command}.`);
  return join(folder, file);
}

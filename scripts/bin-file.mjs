// The JavaScript files of command-line programs, to be run as `node FILE …`: without a shell, which changes
// arguments on Windows, and without PATH, on which another Node.js may be. `run.mjs` uses it on any Node.js.
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { basename, delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * The file of a program of an installed package.
 * @param {string} name `vitest`, `biome`
 * @throws {Error} when no installed package has that program
 * @example spawnSync(process.execPath, [binFile('vitest'), 'run'])
 */
export function binFile(name) {
  const { packages } = JSON.parse(
    readFileSync(join(root, 'node_modules', '.package-lock.json'), 'utf8'),
  );
  for (const [path, { bin }] of Object.entries(packages))
    if (bin?.[name] && path.lastIndexOf('node_modules/') === 0) return join(root, path, bin[name]);
  throw new Error(`No installed package has the command ${name}.`);
}

/**
 * The file of npm: that of the npm that runs this script, or the first one on PATH.
 * @throws {Error} when there is none
 */
export function npmFile() {
  const { npm_execpath: own = '', PATH = '' } = process.env;
  const folders = [...PATH.split(delimiter), dirname(process.execPath)].filter(Boolean);
  const files = folders.flatMap((folder) => {
    // A link to the file; on Windows a command file, with npm beside it.
    const link = join(folder, 'npm');
    const installed = join(folder, 'node_modules', 'npm', 'bin', 'npm-cli.js');
    return [...(existsSync(link) ? [realpathSync(link)] : []), installed];
  });
  // Other package managers set `npm_execpath` too.
  const found = [own, ...files].find((file) => basename(file) === 'npm-cli.js' && existsSync(file));
  if (!found) throw new Error('npm was not found: install Node.js with npm, or add it to PATH.');
  return found;
}

// Which Node.js runs the project. `run.mjs` uses it on any Node.js, before packages are installed.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { npmFile } from './bin-file.mjs';

/**
 * Whether a version is in a range of `engines`.
 * @param {string} version `22.22.1`
 * @param {string} range alternatives like `^22.22.0` and `>=26.0.0`, separated by `||`
 */
export function isInRange(version, range) {
  const [major, minor, patch] = version.split('.').map(Number);
  return range.split('||').some((alternative) => {
    const [, operator, ...lowest] = /^(\^|>=)(\d+)\.(\d+)\.(\d+)$/.exec(alternative.trim()) ?? [];
    const [lowestMajor, lowestMinor, lowestPatch] = lowest.map(Number);
    if (major !== lowestMajor) return operator === '>=' && major > lowestMajor;
    return minor > lowestMinor || (minor === lowestMinor && patch >= lowestPatch);
  });
}

/**
 * Installs a Node.js that npm has for this platform, unless it is installed already. npm compares its digest
 * with that in the lock file.
 * @param {string} manifests folder with `package.json` and `package-lock.json`: a package for each platform
 * @param {string} target folder to install into
 * @returns {string | undefined} path of the program; undefined where there is no package for the platform, it
 * cannot be installed, or it does not run here
 */
export function installNode(manifests, target, { platform, arch } = process) {
  const lock = JSON.parse(readFileSync(join(manifests, 'package-lock.json'), 'utf8'));
  const [path, found] =
    Object.entries(lock.packages).find(([, { os, cpu }]) => os === platform && cpu === arch) ?? [];
  if (!path) return undefined;
  const findIn = (folder) => {
    const node = join(folder, path, found.bin.node);
    const { stdout } = spawnSync(node, ['--version'], { encoding: 'utf8' });
    return stdout?.trim() === `v${found.version}` ? node : undefined;
  };
  const installed = findIn(target);
  if (installed) return installed;
  console.error(`Installing Node.js ${found.version} into ${target} …`);
  mkdirSync(dirname(target), { recursive: true });
  // Moved into place when it is complete: another command may install it at the same time.
  const folder = mkdtempSync(`${target}-`);
  try {
    for (const name of ['package.json', 'package-lock.json'])
      cpSync(join(manifests, name), join(folder, name));
    runNpm(['ci', '--ignore-scripts'], folder);
    // npm also succeeds without an optional package, as one with another digest.
    if (findIn(folder)) {
      rmSync(target, { recursive: true, force: true });
      renameSync(folder, target);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return findIn(target);
}

/**
 * Runs npm; what it prints goes to standard error, for standard output belongs to the project's command.
 * @param {string[]} args
 * @param {string} folder
 * @returns {number} its exit code; 1 where a signal ended it
 */
export function runNpm(args, folder) {
  const options = ['--no-audit', '--no-fund', '--loglevel=error'];
  const { status } = spawnSync(process.execPath, [npmFile(), ...args, ...options], {
    cwd: folder,
    stdio: ['ignore', 2, 2],
  });
  return status ?? 1;
}

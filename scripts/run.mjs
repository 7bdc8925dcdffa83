// Runs a command of the project: `node scripts/run.mjs node scripts/build.ts`, `node scripts/run.mjs vitest run`.
// Before it, installs what is missing and puts back a site that a killed build has moved away. Begins on any
// Node.js of the machine, and continues on one of a version in `engines`.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { binFile, npmFile } from './bin-file.mjs';
import { installNode, isInRange, runNpm } from './node-version.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const [command = '', ...args] = process.argv.slice(2);
const readJson = (...path) => JSON.parse(readFileSync(join(root, ...path), 'utf8'));

try {
  const { node: range } = readJson('package.json').engines;
  if (isInRange(process.versions.node, range)) await runCommand();
  else {
    const node = installNode(join(root, 'scripts', 'node'), join(root, '.cache', 'node'));
    if (!node) throw new Error(explainVersion(range));
    run(node, process.argv.slice(1), { npm_execpath: npmFile() });
  }
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

async function runCommand() {
  if (!isInstalled()) {
    console.error('Installing the packages of package-lock.json …');
    if (runNpm(['ci'], root) !== 0) throw new Error('The packages could not be installed.');
  }
  await restoreSite();
  const entry = command === 'node' ? [] : [binFile(command)];
  run(process.execPath, ['--disable-warning=ExperimentalWarning', ...entry, ...args], {
    ASTRO_TELEMETRY_DISABLED: '1',
    // Compiling packages takes half a second of each command.
    NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'node'),
    // The bundler's allocator would keep 100 MB of freed memory until the end.
    MIMALLOC_PURGE_DELAY: '0',
  });
}

/**
 * Runs a program in the project's folder, and ends as it does.
 * @param {string} file
 * @param {string[]} programArgs
 * @param {Record<string, string>} defaults environment variables, unless they are set
 */
function run(file, programArgs, defaults) {
  const env = { ...defaults, ...process.env };
  const child = spawn(file, programArgs, { cwd: root, stdio: 'inherit', env });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    console.error(`${file} could not be started: ${error.message}`);
    process.exit(1);
  });
  child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
}

/** Whether every package of the lock file that this machine needs is installed in its version. */
function isInstalled() {
  if (!existsSync(join(root, 'node_modules', '.package-lock.json'))) return false;
  const installed = readJson('node_modules', '.package-lock.json').packages;
  return Object.entries(readJson('package-lock.json').packages).every(
    ([path, { version, optional }]) =>
      path === '' ||
      (installed[path]?.version === version && existsSync(join(root, path, 'package.json'))) ||
      (optional && !installed[path]),
  );
}

/** Puts back the last site if a build was killed after moving it away and before moving the next one in. */
async function restoreSite() {
  const site = resolve(root, process.env.DAYLEAF_OUT ?? 'dist');
  // Nearly always: then the module, which takes a while to load, is not needed.
  if (existsSync(site) || !existsSync(join(dirname(site), `.${basename(site)}-old`))) return;
  const { restoreLast } = await import('./swap-folder.ts');
  try {
    if (restoreLast(site))
      console.error(`A build was killed at its last step: ${site} is put back as it was.`);
  } catch (error) {
    console.error(`The last site could not be put back in its place: ${error.message}`);
  }
}

/** @param {string} range */
function explainVersion(range) {
  const { platform, arch, version } = process;
  return `Dayleaf needs Node.js ${range}; this is ${version}, and no Node.js from npm could be installed for ${platform} on ${arch}.\n  hint: install Node.js 24 from https://nodejs.org/ and run the command again.`;
}

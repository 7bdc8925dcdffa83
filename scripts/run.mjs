// Installs what is missing, mends what a killed build left, then runs a command of the project's:
// `node scripts/run.mjs astro build`. The only file, with site-folder.mjs, that runs on the Node.js of the
// machine (20 or later) and before anything is installed: everything behind it runs on the Node.js that
// package.json pins.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { takeBackOld } from './site-folder.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const isWindows = process.platform === 'win32';
const bin = join(root, 'node_modules', '.bin');
const [command, ...args] = process.argv.slice(2);

if (Number(process.versions.node.split('.')[0]) < 20) {
  console.error(`Dayleaf needs Node.js 20 or later to begin with; this is ${process.version}.`);
  process.exit(1);
}
if (!isInstalled()) {
  // Standard output belongs to the command: `npm run -s restore` is read by programs.
  console.error('Installing what package-lock.json names …');
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: isWindows,
  });
  if (status !== 0) process.exit(status ?? 1);
}
mendSite();

const child = spawn(command, args, {
  cwd: root,
  stdio: 'inherit',
  shell: isWindows,
  env: {
    ASTRO_TELEMETRY_DISABLED: '1',
    // Half a second of each command is the compiling of packages.
    NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'node'),
    // The bundler's allocator would keep 100 MB of freed memory until the end.
    MIMALLOC_PURGE_DELAY: '0',
    ...process.env,
    PATH: `${bin}${delimiter}${process.env.PATH}`,
  },
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('error', (error) => {
  console.error(`${command} could not be started: ${error.message}`);
  process.exit(1);
});
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));

/** Whether every package of the lock file that this machine needs is installed in its version. */
function isInstalled() {
  const installedPath = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installedPath) || !existsSync(bin)) return false;
  const read = (path) => JSON.parse(readFileSync(path, 'utf8')).packages;
  const installed = read(installedPath);
  return Object.entries(read(join(root, 'package-lock.json'))).every(
    ([path, { version, optional }]) =>
      path === '' ||
      (installed[path]?.version === version && existsSync(join(root, path, 'package.json'))) ||
      (optional && !installed[path]),
  );
}

/** A site that a killed build had moved out of the way is put back, whatever the command is. */
function mendSite() {
  const site = resolve(root, process.env.DAYLEAF_OUT ?? 'dist');
  try {
    if (takeBackOld(site))
      console.error(`A build was killed at its last step: ${site} is put back as it was.`);
  } catch (error) {
    console.error(`The last site could not be put back in its place: ${error.message}`);
  }
}

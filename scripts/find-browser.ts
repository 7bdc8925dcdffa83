import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * Path of a Chromium: `CHROME_PATH`, or one that is installed; undefined where there is none.
 * @throws {Error} when `CHROME_PATH` names no file
 */
function findBrowser(): string | undefined {
  const { CHROME_PATH, PATH = '' } = process.env;
  if (CHROME_PATH) {
    if (!existsSync(CHROME_PATH)) throw new Error(`CHROME_PATH names no file: ${CHROME_PATH}`);
    return CHROME_PATH;
  }
  const onPath = PATH.split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  return [...onPath, ...places].find((path) => existsSync(path));
}

/**
 * Path of a Chromium, installed first where that can be done without asking: on Debian as root.
 * @throws {Error} saying in one line what to install
 */
export function ensureBrowser(): string {
  const found = findBrowser();
  if (found) return found;
  const isDebian = existsSync('/etc/debian_version') && process.getuid?.() === 0;
  if (isDebian) {
    console.log('Installing the package chromium for the browser tests …');
    const run = (...args: string[]): number | null =>
      spawnSync('apt-get', args, {
        stdio: ['ignore', 'ignore', 'inherit'],
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      }).status;
    if (
      run('update', '-qq') === 0 &&
      run('install', '-y', '-qq', '--no-install-recommends', 'chromium') === 0
    ) {
      const installed = findBrowser();
      if (installed) return installed;
    }
  }
  const system = existsSync('/etc/os-release')
    ? /^ID=(.*)$/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1]
    : process.platform;
  throw new Error(
    `The browser tests need Chromium: install Chromium or Chrome (here: ${system}), or set CHROME_PATH to one.`,
  );
}

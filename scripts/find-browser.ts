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
 * Path of Chromium: `CHROME_PATH`, or an installed one; undefined if there is none.
 * @throws {Error} when the file `CHROME_PATH` does not exist
 */
function findBrowser(): string | undefined {
  const { CHROME_PATH, PATH = '' } = process.env;
  if (CHROME_PATH) {
    if (!existsSync(CHROME_PATH))
      throw new Error(`The file CHROME_PATH does not exist: ${CHROME_PATH}`);
    return CHROME_PATH;
  }
  const onPath = PATH.split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  return [...onPath, ...places].find((path) => existsSync(path));
}

/**
 * Path of Chromium, which is installed if it is missing: on Debian as root.
 * @throws {Error} that says what to install
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

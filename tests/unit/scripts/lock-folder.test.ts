import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lockFile, lockFolder } from '../../../scripts/lock-folder.ts';

let folder: string;
let site: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dayleaf é & lock-'));
  site = join(folder, 'dist');
});
afterEach(() => rmSync(folder, { recursive: true }));

test('one holder at a time; a released lock leaves nothing', () => {
  const unlock = lockFolder(site);
  expect(unlock).toBeDefined();
  expect(lockFolder(site)).toBeUndefined();
  expect(lockFolder(join(folder, 'other'))).toBeDefined();
  unlock?.();
  expect(existsSync(lockFile(site))).toBe(false);
  const again = lockFolder(site);
  expect(again).toBeDefined();
  again?.();
});

test('a process holds it until it is killed, and no longer', async () => {
  const module = pathToFileURL(join('scripts', 'lock-folder.ts'));
  const code = `import { lockFolder } from ${JSON.stringify(module)};
    console.log(lockFolder(process.argv[1]) !== undefined);
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', code, site], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const [line] = await once(child.stdout, 'data');
    expect(String(line).trim()).toBe('true');
    expect(lockFolder(site)).toBeUndefined();
    expect(readdirSync(folder)).toEqual(['.dist-lock']);
  } finally {
    child.kill('SIGKILL');
    await once(child, 'close');
  }
  const unlock = lockFolder(site);
  expect(unlock).toBeDefined();
  unlock?.();
  expect(readdirSync(folder)).toEqual([]);
});

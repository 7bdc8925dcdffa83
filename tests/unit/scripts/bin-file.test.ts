import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { binFile, npmFile } from '../../../scripts/bin-file.mjs';

afterEach(() => vi.unstubAllEnvs());

/** Standard output of a JavaScript file. */
const run = (file: string, ...args: string[]): string =>
  spawnSync(process.execPath, [file, ...args], { encoding: 'utf8' }).stdout.trim();

test('programs of packages are files that this Node.js runs', () => {
  expect(run(binFile('biome'), '--version')).toMatch(/^Version: \d/);
  expect(run(binFile('tsc'), '--version')).toMatch(/^Version \d/);
  expect(() => binFile('no-such-program')).toThrow('No installed package has the command');
});

test('npm is found from the npm that runs, or on PATH', () => {
  const file = npmFile();
  expect(run(file, '--version')).toMatch(/^\d+\.\d+/);
  // Another package manager started the script.
  vi.stubEnv('npm_execpath', '/somewhere/pnpm.cjs');
  expect(run(npmFile(), '--version')).toMatch(/^\d+\.\d+/);
  vi.stubEnv('npm_execpath', '');
  vi.stubEnv('PATH', '/no/such/folder');
  if (dirname(process.execPath) !== dirname(file)) expect(npmFile).toThrow('npm was not found');
});

test('npm beside node.exe is found, as installed on Windows', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dayleaf é & npm-'));
  const file = join(folder, 'node_modules', 'npm', 'bin', 'npm-cli.js');
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, '');
  vi.stubEnv('npm_execpath', '');
  vi.stubEnv('PATH', folder);
  expect(npmFile()).toBe(file);
  rmSync(folder, { recursive: true });
});

test('arguments reach a command unchanged, in a folder with spaces, accents and &', () => {
  const project = mkdtempSync(join(tmpdir(), 'dayleaf é & (x) copy-'));
  for (const name of ['run.mjs', 'bin-file.mjs', 'node-version.mjs'])
    cpSync(join('scripts', name), join(project, 'scripts', name));
  cpSync('package.json', join(project, 'package.json'));
  writeFileSync(join(project, 'package-lock.json'), '{"packages":{"":{}}}');
  mkdirSync(join(project, 'node_modules'));
  cpSync(join(project, 'package-lock.json'), join(project, 'node_modules', '.package-lock.json'));
  mkdirSync(join(project, 'dist'));
  const script = join(project, 'scripts', 'echo args.mjs');
  writeFileSync(script, 'console.log(JSON.stringify(process.argv.slice(2)))');
  const args = [
    '--latex',
    'R\\in \\mathbb{R}^d',
    '100 %',
    '$HOME `x` "y" \'z\'',
    '^&|<>*',
    'é\n',
    '',
  ];
  expect(JSON.parse(run(join(project, 'scripts', 'run.mjs'), 'node', script, ...args))).toEqual(
    args,
  );
  rmSync(project, { recursive: true });
});

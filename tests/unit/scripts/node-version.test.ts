import { execFile, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { npmFile } from '../../../scripts/bin-file.mjs';
import { installNode, isInRange } from '../../../scripts/node-version.mjs';

test.each([
  ['20.20.2', false],
  ['22.21.9', false],
  ['22.22.0', true],
  ['22.30.1', true],
  ['23.11.0', false],
  ['24.8.0', true],
  ['25.9.0', false],
  ['26.0.0', true],
  ['30.1.2', true],
])('Node.js %s is in the range of the project: %s', (version, expected) => {
  expect(isInRange(version, '^22.22.0 || ^24.8.0 || >=26.0.0')).toBe(expected);
});

test('a patch version counts too, and another form is never in range', () => {
  expect(isInRange('22.22.1', '^22.22.2')).toBe(false);
  expect(isInRange('22.22.0', '>=22.12')).toBe(false);
});

test('the range is that of package.json, and this Node.js is in it', () => {
  const { engines } = JSON.parse(readFileSync('package.json', 'utf8'));
  expect(isInRange(process.versions.node, engines.node)).toBe(true);
  expect(isInRange('20.20.2', engines.node)).toBe(false);
});

test('the versions for all platforms are in it, and have digests', () => {
  const { engines } = JSON.parse(readFileSync('package.json', 'utf8'));
  const { packages } = JSON.parse(readFileSync('scripts/node/package-lock.json', 'utf8'));
  const { '': root, ...others } = packages;
  expect(Object.keys(others).length).toBe(Object.keys(root.optionalDependencies).length);
  for (const [path, entry] of Object.entries<Record<string, string>>(others)) {
    expect(`${path} ${isInRange(entry.version, engines.node)}`).toBe(`${path} true`);
    expect(entry.integrity).toMatch(/^sha512-/);
    expect(entry.resolved).toBeUndefined();
  }
});

// npm is started several times.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

/** A package `node-test` with a script in place of Node.js, in a registry of this machine. */
describe.skipIf(process.platform === 'win32')('a Node.js from the registry', () => {
  let folder: string;
  let server: Server;
  let tarball: Buffer;
  let digest: string;
  const requests: string[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'dayleaf é & node-'));
    const source = join(folder, 'source');
    mkdirSync(join(source, 'bin'), { recursive: true });
    writeFileSync(join(source, 'bin/node'), '#!/bin/sh\necho v99.1.0\n', { mode: 0o755 });
    const manifest = { name: 'node-test', version: '99.1.0', bin: { node: 'bin/node' } };
    writeFileSync(join(source, 'package.json'), JSON.stringify(manifest));
    const args = [npmFile(), 'pack', '--pack-destination', folder];
    spawnSync(process.execPath, args, { cwd: source });
    tarball = readFileSync(join(folder, 'node-test-99.1.0.tgz'));
    digest = `sha512-${createHash('sha512').update(tarball).digest('base64')}`;
    server = createServer((request, response) => {
      requests.push(request.url ?? '');
      const dist = { tarball: `http://${request.headers.host}/node-test.tgz`, integrity: digest };
      const versions = { '99.1.0': { ...manifest, dist } };
      const answer = JSON.stringify({ name: manifest.name, versions });
      response.end(request.url?.endsWith('.tgz') ? tarball : answer);
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    vi.stubEnv(
      'npm_config_registry',
      `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    );
    vi.stubEnv('npm_config_cache', join(folder, 'npm'));
  });
  afterAll(() => {
    vi.unstubAllEnvs();
    server.close();
    rmSync(folder, { recursive: true });
  });

  /** Manifests with the package for this platform. */
  function writeManifests(name: string, integrity: string): string {
    const path = join(folder, name);
    mkdirSync(path);
    const root = { name: 'x', optionalDependencies: { 'node-test': '99.1.0' } };
    const bin = { node: 'bin/node' };
    const entry = { version: '99.1.0', integrity, optional: true, bin };
    const own = { os: process.platform, cpu: process.arch };
    const packages = { '': root, 'node_modules/node-test': { ...entry, ...own } };
    writeFileSync(join(path, 'package.json'), JSON.stringify(root));
    writeFileSync(
      join(path, 'package-lock.json'),
      JSON.stringify({ ...{ name: 'x', lockfileVersion: 3, requires: true }, packages }),
    );
    return path;
  }

  /** Calls `installNode` in another process, since it waits for npm, and npm for the server of this one. */
  async function install(manifests: string, target: string): Promise<string | undefined> {
    const module = pathToFileURL('scripts/node-version.mjs');
    const code = `import { installNode } from ${JSON.stringify(module)};
      console.log(installNode(process.argv[1], process.argv[2]));`;
    const args = ['--input-type=module', '--eval', code, manifests, target];
    const { stdout } = await promisify(execFile)(process.execPath, args);
    return stdout.trim() === 'undefined' ? undefined : stdout.trim();
  }

  test('is installed once', async () => {
    const manifests = writeManifests('good', digest);
    const target = join(folder, 'cache', 'node');
    const node = await install(manifests, target);
    expect(node).toBe(join(target, 'node_modules/node-test/bin/node'));
    const before = requests.length;
    expect(before).toBeGreaterThan(0);
    expect(await install(manifests, target)).toBe(node);
    expect(requests).toHaveLength(before);
  });

  test('with another digest is refused', async () => {
    const manifests = writeManifests('bad', `sha512-${Buffer.alloc(64).toString('base64')}`);
    const target = join(folder, 'cache', 'other');
    expect(await install(manifests, target)).toBeUndefined();
    expect(existsSync(target)).toBe(false);
  });

  test('is none for a platform that npm has no package for', () => {
    const manifests = join(folder, 'good');
    const other = { platform: 'sunos', arch: 'x64' } as unknown as NodeJS.Process;
    expect(installNode(manifests, join(folder, 'cache/none'), other)).toBeUndefined();
  });
});

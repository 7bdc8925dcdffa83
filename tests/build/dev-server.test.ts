import { type ChildProcess, spawn } from 'node:child_process';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { binFile } from '../../scripts/bin-file.mjs';
import { type ArchiveFixture, makeAbstract, makeArchive, makeSeed } from './archive-fixture.ts';
import { projectCopy } from './project-copies.ts';

let archive: ArchiveFixture;
let server: ChildProcess;
let url: string;
let output = '';

beforeAll(async () => {
  archive = makeArchive();
  archive.write('2025-03-11.txt', makeSeed('Mar 11', ['First Paper', makeAbstract('firsts')]));
  archive.write('faulty.txt', '');
  const args = [binFile('astro'), 'dev', '--port', '4399', '--host', '127.0.0.1'];
  server = spawn(process.execPath, args, {
    cwd: projectCopy(),
    env: {
      ...process.env,
      DAYLEAF_SEEDS: archive.seeds,
      DAYLEAF_CACHE: archive.cache,
      SITE_URL: '',
      NODE_ENV: 'development',
      VITEST: '',
      ASTRO_TELEMETRY_DISABLED: '1',
    },
  });
  server.stdout?.on('data', (data) => {
    output += data;
  });
  server.stderr?.on('data', (data) => {
    output += data;
  });
  url = await vi.waitUntil(() => /http:\/\/127\.0\.0\.1:\d+/.exec(output)?.[0], {
    timeout: 60_000,
    interval: 100,
  });
}, 70_000);
afterAll(async () => {
  server.kill();
  await new Promise((resolve) => server.once('close', resolve));
  archive.dispose();
});

const get = async (path: string): Promise<{ status: number; text: string }> => {
  const response = await fetch(`${url}${path}`);
  return { status: response.status, text: await response.text() };
};
const patience = { timeout: 20_000, interval: 200 };

test('a fault that exists at the start is reported once, and nothing stops', async () => {
  expect(output.match(/seeds\/faulty\.txt:1:1 {2}file\/empty/g)).toHaveLength(1);
  archive.remove('faulty.txt');
  await vi.waitFor(
    async () => expect((await get('/days/2025-03-11/')).text).toContain('First Paper'),
    patience,
  );
});

test('a service worker that a built site has left at this address ends itself', async () => {
  const { status, text } = await get('/sw.js');
  expect(status).toBe(200);
  expect(text).toContain('registration.unregister()');
});

test('adding, changing and removing a seed updates the pages without a restart', async () => {
  expect((await get('/days/2025-03-11/')).text).toContain('First Paper');

  archive.write('2025-03-12.txt', makeSeed('Mar 12', ['Second Paper', makeAbstract('seconds')]));
  await vi.waitFor(
    async () => expect((await get('/days/2025-03-12/')).text).toContain('Second Paper'),
    patience,
  );

  archive.write('2025-03-12.txt', makeSeed('Mar 12', ['Changed Paper', makeAbstract('changes')]));
  await vi.waitFor(
    async () => expect((await get('/days/2025-03-12/')).text).toContain('Changed Paper'),
    patience,
  );

  archive.remove('2025-03-12.txt');
  await vi.waitFor(async () => expect((await get('/days/2025-03-12/')).status).toBe(404), patience);
});

test('a half-typed seed breaks nothing, and the ledger is not written', async () => {
  archive.write('2025-03-13.txt', 'new\n\nMar 13\n\nHalf a');
  await new Promise((resolve) => setTimeout(resolve, 1000));
  expect(output.match(/seeds\/2025-03-13\.txt:5:1 {2}entry\/no-abstract/g)).toHaveLength(1);
  expect((await get('/days/2025-03-11/')).text).toContain('First Paper');
  expect(() => archive.ledger()).toThrow('ENOENT');
  archive.remove('2025-03-13.txt');
});

test('files whose extension is a parameter of their route are found', async () => {
  for (const file of ['/papers.bib', '/days/2025-03-11.csl.json', '/feeds/days.json'])
    expect((await get(file)).status, file).toBe(200);
});

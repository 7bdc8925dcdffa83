import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ArchiveFixture, makeAbstract, makeArchive, makeSeed } from './archive-fixture.ts';

let archive: ArchiveFixture;
let files: Record<string, string>;
let store: string;
let seal: string;
let sound: { store: string; seal: string };

beforeAll(async () => {
  archive = makeArchive();
  for (const day of [11, 12])
    archive.write(
      `2025-03-${day}.txt`,
      makeSeed(
        `Mar ${day}`,
        [`Bounds of ${day} with O(n log n)`, makeAbstract('x^{2}')],
        ['A paper of every day', `${makeAbstract('R^{d}')} https://github.com/a/b`],
      ),
    );
  expect(await archive.build()).toMatchObject({ code: 0 });
  files = archive.files();
  store = join(archive.cache, 'data-store.json');
  seal = join(archive.cache, 'data-store.sha256');
  sound = { store: readFileSync(store, 'utf8'), seal: readFileSync(seal, 'utf8') };
});
afterAll(() => archive.dispose());

/** A text with one other letter in it, behind a mark. */
function flip(text: string, mark: string): string {
  const at = text.indexOf(mark) + mark.length;
  expect(at).toBeGreaterThan(mark.length);
  return `${text.slice(0, at)}${text[at] === 'Z' ? 'Y' : 'Z'}${text.slice(at + 1)}`;
}

describe('a cache that is not what the last build left is made anew', () => {
  const replaceByFolder = (path: string): void => {
    rmSync(path);
    mkdirSync(path);
    writeFileSync(join(path, 'file'), 'x');
  };
  // What else it may be, tests/unit/scripts/seal-cache.test.ts has: these are what Astro would believe or fail at.
  test.each<[string, () => void]>([
    ['JSON of no collections', () => writeFileSync(store, '[["Map",1,2],"papers",["Map"]]')],
    ['a folder', () => replaceByFolder(store)],
    ['one letter of a paper changed', () => writeFileSync(store, flip(sound.store, 'We study '))],
    [
      'a file in place of its folder',
      () => {
        rmSync(archive.cache, { recursive: true });
        writeFileSync(archive.cache, 'x');
      },
    ],
  ])('%s', async (_, damage) => {
    damage();
    expect(await archive.build()).toMatchObject({ code: 0 });
    expect(archive.files()).toEqual(files);
    expect(readFileSync(store, 'utf8')).toBe(sound.store);
    expect(readFileSync(seal, 'utf8')).toBe(sound.seal);
  });

  test('though its seal is right, where it was made by other code', async () => {
    // The digest of a paper holds its text, the model and all the code that restores: another is stale.
    const stale = sound.store.replace(/"O\(n log n\)"/, '"o(N LOG N)"');
    const digests = stale.replaceAll(/"([0-9a-f]{16})"/g, '"0000000000000000"');
    expect(digests).not.toBe(sound.store);
    writeFileSync(store, digests);
    writeFileSync(seal, createHash('sha256').update(digests).digest('hex'));
    expect(await archive.build()).toMatchObject({ code: 0 });
    expect(archive.files()).toEqual(files);
  });
});

test('what Astro derives from the configuration is made anew where it is damaged', async () => {
  const derived = ['content-assets.mjs', 'content-modules.mjs'].map((name) => join('.astro', name));
  for (const path of derived) writeFileSync(path, 'this is no module');
  expect(await archive.build()).toMatchObject({ code: 0 });
  for (const path of derived) {
    rmSync(path);
    mkdirSync(path);
  }
  expect(await archive.build()).toMatchObject({ code: 0 });
  expect(archive.files()).toEqual(files);
});

test('another checkout, in another place and without a cache, builds the same bytes', async () => {
  const checkout = join(realpathSync(mkdtempSync(join(tmpdir(), 'dayleaf-checkout-'))), 'deeper');
  mkdirSync(checkout);
  const isOwn = (name: string): boolean => !/^(node_modules|dist|seeds|tests|\.)/.test(name);
  for (const name of readdirSync('.').filter(isOwn))
    cpSync(name, join(checkout, name), { recursive: true });
  symlinkSync(realpathSync('node_modules'), join(checkout, 'node_modules'));
  cpSync(archive.seeds, join(checkout, 'seeds'), { recursive: true });
  const other = makeArchive();
  // In a folder of its own, as a keeper builds; then once more, on the cache that is there by then.
  for (const _ of ['cold', 'warm']) {
    const env = { DAYLEAF_SEEDS: 'seeds', DAYLEAF_OUT: 'dist', DAYLEAF_CACHE: '.cache/astro' };
    const result = await other.run('scripts/build.ts', [], { cwd: checkout, env });
    expect(result).toMatchObject({ code: 0 });
    expect(other.files(join(checkout, 'dist'))).toEqual(files);
  }
  expect(existsSync(join(checkout, '.cache/astro/data-store.json'))).toBe(true);
  other.dispose();
  rmSync(join(checkout, '..'), { recursive: true });
});

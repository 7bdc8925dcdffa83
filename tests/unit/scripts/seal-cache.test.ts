import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkCache, checkDerived, sealCache } from '../../../scripts/seal-cache.ts';

let folder: string;
let store: string;
let seal: string;
const content = '[["Map",1,2],"papers",["Map"]]';

beforeEach(async () => {
  folder = join(mkdtempSync(join(tmpdir(), 'dayleaf-cache-')), 'cache');
  mkdirSync(folder);
  store = join(folder, 'data-store.json');
  seal = join(folder, 'data-store.sha256');
  writeFileSync(store, content);
  await sealCache(folder);
});
afterEach(() => rmSync(join(folder, '..'), { recursive: true }));

describe('checkCache', () => {
  it('keeps a cache that is as it was sealed', async () => {
    await checkCache(folder);
    expect(readFileSync(store, 'utf8')).toBe(content);
  });

  it('makes the folder where there is none', async () => {
    rmSync(folder, { recursive: true });
    await checkCache(folder);
    expect(existsSync(folder)).toBe(true);
  });

  const replaceByFolder = (path: string): void => {
    rmSync(path);
    mkdirSync(path);
    writeFileSync(join(path, 'file'), 'x');
  };
  it.each<[string, () => void]>([
    ['cut short', () => writeFileSync(store, content.slice(0, -1))],
    ['empty', () => writeFileSync(store, '')],
    ['filled with zeros', () => writeFileSync(store, Buffer.alloc(content.length))],
    ['JSON of another form', () => writeFileSync(store, '[{"version":1},2]')],
    ['one bit other', () => writeFileSync(store, content.replace('p', 'q'))],
    ['a folder', () => replaceByFolder(store)],
    ['without its seal', () => rmSync(seal)],
    ['under an empty seal', () => writeFileSync(seal, '')],
    ['under a foreign seal', () => writeFileSync(seal, 'a'.repeat(64))],
    ['under a folder', () => replaceByFolder(seal)],
  ])('clears away one that is %s', async (_, damage) => {
    damage();
    await checkCache(folder);
    expect(existsSync(store)).toBe(false);
  });

  it('clears away what stands where a file or a folder is to be', async () => {
    mkdirSync(`${store}.tmp`);
    await checkCache(folder);
    expect(existsSync(`${store}.tmp`)).toBe(false);
    rmSync(folder, { recursive: true });
    writeFileSync(folder, 'x');
    await checkCache(folder);
    expect(existsSync(join(folder, 'data-store.json'))).toBe(false);
  });

  it('does not take an empty cache under no seal for a sound one', async () => {
    rmSync(seal);
    writeFileSync(store, '');
    await checkCache(folder);
    expect(existsSync(store)).toBe(false);
  });
});

it('checkDerived clears away folders in place of files, and a file in place of a folder', async () => {
  const derived = join(folder, 'derived');
  mkdirSync(join(derived, 'content-assets.mjs'), { recursive: true });
  writeFileSync(join(derived, 'collections'), 'x');
  writeFileSync(join(derived, 'content-modules.mjs'), 'kept');
  await checkDerived(derived);
  expect(existsSync(join(derived, 'content-assets.mjs'))).toBe(false);
  expect(existsSync(join(derived, 'collections'))).toBe(false);
  expect(readFileSync(join(derived, 'content-modules.mjs'), 'utf8')).toBe('kept');
  rmSync(derived, { recursive: true });
  writeFileSync(derived, 'x');
  await checkDerived(derived);
  expect(existsSync(derived)).toBe(false);
});

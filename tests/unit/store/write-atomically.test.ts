import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isIgnoredName } from '../../../src/capture/seed-name.ts';
import { writeAtomically } from '../../../src/store/write-atomically.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dayleaf-write-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

describe('writeAtomically', () => {
  it('writes a new file and leaves nothing beside it', async () => {
    await writeAtomically(join(folder, 'ledger.json'), 'new');
    expect(await readdir(folder)).toEqual(['ledger.json']);
    expect(await readFile(join(folder, 'ledger.json'), 'utf8')).toBe('new');
  });

  it('replaces a longer file wholly', async () => {
    await writeFile(join(folder, 'ledger.json'), 'old and long');
    await writeAtomically(join(folder, 'ledger.json'), Uint8Array.of(110, 101, 119));
    expect(await readdir(folder)).toEqual(['ledger.json']);
    expect(await readFile(join(folder, 'ledger.json'), 'utf8')).toBe('new');
  });

  it('leaves the old content and nothing beside it when writing fails', async () => {
    await writeFile(join(folder, 'ledger.json'), 'old');
    // A failure in the middle of writing: what is to be written is no text.
    const broken = { broken: true } as unknown as string;
    await expect(writeAtomically(join(folder, 'ledger.json'), broken)).rejects.toThrow();
    expect(await readdir(folder)).toEqual(['ledger.json']);
    expect(await readFile(join(folder, 'ledger.json'), 'utf8')).toBe('old');
  });

  it('writes beside it under a hidden name, which is no seed whatever a crash leaves', async () => {
    let names: string[] = [];
    async function* content() {
      yield 'new';
      names = await readdir(folder);
    }
    await writeAtomically(join(folder, 'a.txt'), content() as unknown as string);
    expect(names).toHaveLength(1);
    expect(names.every(isIgnoredName)).toBe(true);
  });

  it('leaves nothing beside it when the renaming fails', async () => {
    await mkdir(join(folder, 'taken', 'by-a-folder'), { recursive: true });
    await expect(writeAtomically(join(folder, 'taken'), 'new')).rejects.toThrow();
    expect(await readdir(folder)).toEqual(['taken']);
  });

  it('fails where the folder does not exist', async () => {
    await expect(writeAtomically(join(folder, 'no', 'x'), 'new')).rejects.toThrow('ENOENT');
    expect(await readdir(folder)).toEqual([]);
  });

  it('is, for a reader at any moment, one of the versions as a whole', async () => {
    const path = join(folder, 'ledger.json');
    const versions = ['a', 'b'].map((letter) => letter.repeat(100_000));
    await writeAtomically(path, versions[0] ?? '');
    let isWriting = true;
    const read = async () => {
      const seen = new Set<string>();
      while (isWriting) seen.add(await readFile(path, 'utf8'));
      return seen;
    };
    const reading = read();
    for (let i = 0; i < 20; i++) await writeAtomically(path, versions[i % 2] ?? '');
    isWriting = false;
    for (const content of await reading) expect(versions.includes(content)).toBe(true);
  });
});

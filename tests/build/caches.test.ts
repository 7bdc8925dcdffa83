import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { firstCases, isLong } from '../tier.ts';
import { type ArchiveFixture, makeAbstract, makeArchive, makeSeed } from './archive-fixture.ts';
import { copyProject, projectCopy } from './project-copies.ts';

let archive: ArchiveFixture;
let files: Record<string, string>;
let store: string;

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
  store = join(archive.cache, 'records.sqlite');
});
afterAll(() => archive.dispose());

/** Changes what is kept, as no build does. */
function changeStore(change: (database: DatabaseSync) => void): void {
  const database = new DatabaseSync(store);
  change(database);
  database.close();
}

/** Changes one letter in the middle of a value of a table. */
function changeLetter(database: DatabaseSync, table: string): void {
  const row = database.prepare(`SELECT key, value FROM ${table} ORDER BY length(value) DESC`).get();
  const value = row?.value as Uint8Array;
  value[Math.floor(value.length / 2)] ^= 1;
  database.prepare(`UPDATE ${table} SET value = ? WHERE key = ?`).run(value, String(row?.key));
}

/** Damages what Astro derives from its configuration. */
function damageDerived(): void {
  const [assets = '', modules = ''] = ['content-assets.mjs', 'content-modules.mjs'].map((name) =>
    join(projectCopy(), '.astro', name),
  );
  writeFileSync(assets, 'this is no module');
  rmSync(modules);
  mkdirSync(modules);
}

/** A build gives what the first one gave, though no file of the last site can be taken over. */
async function expectTheSame(): Promise<string> {
  rmSync(archive.site, { recursive: true });
  const { code, output } = await archive.build();
  expect({ code, output }).toEqual({ code: 0, output: expect.stringContaining('Built ') });
  expect(archive.files()).toEqual(files);
  return output;
}

describe('a cache that is not what the last build left is made anew', () => {
  const damages: [string, () => void][] = [
    ['of other bytes', () => writeFileSync(store, 'this is no database '.repeat(500))],
    ['cut short', () => truncateSync(store, Math.floor(readFileSync(store).length / 2))],
    [
      'a folder',
      () => {
        rmSync(store);
        mkdirSync(store);
        writeFileSync(join(store, 'file'), 'x');
      },
    ],
    [
      'a file in place of its folder',
      () => {
        rmSync(archive.cache, { recursive: true });
        writeFileSync(archive.cache, 'x');
      },
    ],
    [
      'of another version',
      () => changeStore((database) => database.exec('PRAGMA user_version = 99')),
    ],
    ['without a table', () => changeStore((database) => database.exec('DROP TABLE body'))],
    [
      'with a collection of Astro’s beside it',
      () => writeFileSync(join(archive.cache, 'data-store.json'), '[["Map",1,2],"papers",["Map"]]'),
    ],
  ];
  test.runIf(isLong).each(damages)('%s', async (_, damage) => {
    damage();
    await expectTheSame();
  });

  // Each is read elsewhere: by a worker, by Astro's pages, before Astro. What Astro derives from the configuration is
  // damaged too.
  test.each(firstCases(1, ['search', 'body', 'head', 'capture', 'terms', 'file']))(
    'with one letter changed of its table "%s"',
    async (table) => {
      damageDerived();
      changeStore((database) => {
        changeLetter(database, table);
        if (table === 'terms') database.exec('DELETE FROM related');
      });
      expect(await expectTheSame()).toContain('note: the cache of earlier builds is damaged');
    },
  );

  test.runIf(isLong)('with a value under the key of another', async () => {
    changeStore((database) =>
      database.exec(
        'UPDATE body SET value = (SELECT value FROM body AS other ORDER BY key LIMIT 1)',
      ),
    );
    expect(await expectTheSame()).toContain('note: the cache of earlier builds is damaged');
  });

  test.runIf(isLong)('with what is no value', async () => {
    changeStore((database) => database.exec("UPDATE head SET value = 'text'"));
    expect(await expectTheSame()).toContain('note: the cache of earlier builds is damaged');
  });
});

test.runIf(isLong)(
  'another checkout, in another place and without a cache, builds the same bytes',
  async () => {
    const checkout = join(realpathSync(mkdtempSync(join(tmpdir(), 'dayleaf-checkout-'))), 'deeper');
    copyProject(checkout);
    cpSync(archive.seeds, join(checkout, 'seeds'), { recursive: true });
    const other = makeArchive();
    // In a folder of its own, as a maintainer builds; then once more, on the cache that is there by then.
    for (const _ of ['cold', 'warm']) {
      const env = { DAYLEAF_SEEDS: 'seeds', DAYLEAF_OUT: 'dist', DAYLEAF_CACHE: '.cache/astro' };
      const result = await other.run('scripts/build.ts', [], { cwd: checkout, env });
      expect(result).toMatchObject({ code: 0 });
      expect(other.files(join(checkout, 'dist'))).toEqual(files);
    }
    expect(existsSync(join(checkout, '.cache/astro/records.sqlite'))).toBe(true);
    other.dispose();
    rmSync(join(checkout, '..'), { recursive: true });
  },
);

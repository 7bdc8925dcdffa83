import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { PaperRecord } from '../../../src/records/paper-record.ts';
import { RecordStore, removeStore } from '../../../src/records/record-store.ts';
import { isDamage } from '../../../src/records/stored-value.ts';

let folder: string;
let store: RecordStore;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dayleaf-records-'));
  store = new RecordStore(folder);
});
afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true });
});

/** A record in which only one part says anything. */
const record = (abstractText: string): PaperRecord =>
  ({
    ...{ head: {}, texts: {}, feed: {}, search: {}, terms: {} },
    abstract: { html: '' },
    body: { abstractText },
  }) as never;

/** Opens the store's file beside it. */
const change = (sql: string): void => {
  const database = new DatabaseSync(join(folder, 'records.sqlite'));
  database.exec(sql);
  database.close();
};

describe('what is kept', () => {
  test('is read as it was written, each part by itself, lone surrogates too', () => {
    store.writeRecords([['a', record('naïve \uD800 😀')]]);
    expect(store.readPart('body', 'a').abstractText).toBe('naïve \uD800 😀');
    expect(store.readPart('head', 'a')).toEqual({});
  });

  test('is there for another connection, and after the store is opened again', () => {
    store.writeRecords([['a', record('x')]]);
    const other = new RecordStore(folder);
    expect(other.readPart('body', 'a').abstractText).toBe('x');
    other.close();
  });

  test('is removed where it is not needed, whole records at once', () => {
    store.writeRecords([
      ['a', record('x')],
      ['b', record('y')],
    ]);
    store.prune('records', new Set(['b', 'c']));
    expect(store.keys('head')).toEqual(new Set(['b']));
    expect(store.keys('terms')).toEqual(new Set(['b']));
  });

  test('is replaced as a whole', () => {
    store.write('file', [['a', 1]]);
    store.replace('file', [['b', 2]]);
    expect([...store.readAll('file')]).toEqual([['b', 2]]);
  });
});

describe('damage', () => {
  const faultOf = (use: () => unknown): unknown => {
    try {
      use();
    } catch (error) {
      return error;
    }
    return undefined;
  };

  test.each<[string, string]>([
    ['one letter of a value', "UPDATE body SET value = replace(value, 'x', 'y')"],
    ['an empty value', "UPDATE body SET value = x''"],
    ['the value of another key', "UPDATE body SET key = 'a' WHERE key = 'b'"],
    ['a missing value', "DELETE FROM body WHERE key = 'a'"],
  ])('is reported when it is read: %s', (_, sql) => {
    store.writeRecords([
      ['a', record('x')],
      ['b', record('z')],
    ]);
    change(
      sql.includes('key =') && sql.startsWith('UPDATE body SET key')
        ? `DELETE FROM body WHERE key = 'a'; ${sql}`
        : sql,
    );
    expect(isDamage(faultOf(() => store.readPart('body', 'a')))).toBe(true);
  });

  const tables = ['head', 'body', 'search', 'terms', 'capture', 'related', 'file', 'pack'] as const;
  test.each(tables)(
    'of one letter in the table "%s" is found, one value or all are read',
    (table) => {
      store.write(table, [['a', 'some words']]);
      change(`UPDATE ${table} SET value = CAST(replace(value, 'words', 'wards') AS BLOB)`);
      expect(isDamage(faultOf(() => store.read(table, 'a')))).toBe(true);
      expect(isDamage(faultOf(() => store.readAll(table)))).toBe(true);
    },
  );

  test('of a table is found: it is gone, or holds text', () => {
    store.write('head', [['a', 'some words']]);
    change("UPDATE head SET value = 'text'");
    expect(isDamage(faultOf(() => store.readAll('head')))).toBe(true);
    change('DROP TABLE head');
    expect(isDamage(faultOf(() => store.keys('head')))).toBe(true);
  });

  test('is known through a worker or a bundle, which have classes of their own', () => {
    const fault = faultOf(() => store.readPart('body', 'none')) as Error;
    expect(isDamage(new Error(fault.message))).toBe(true);
    expect(isDamage(new Error('outer', { cause: fault }))).toBe(true);
    expect(isDamage(new Error('another'))).toBe(false);
  });

  test.each<[string, () => void]>([
    [
      'a file that is not a database',
      () => writeFileSync(join(folder, 'records.sqlite'), 'x'.repeat(9000)),
    ],
    ['a folder in its place', () => mkdirSync(join(folder, 'records.sqlite'))],
    ['another version', () => change('PRAGMA user_version = 99')],
  ])('%s gives way to an empty store', (_, damage) => {
    store.writeRecords([['a', record('x')]]);
    store.close();
    if (_ !== 'another version') removeStore(folder);
    damage();
    store = new RecordStore(folder);
    expect(store.keys('head').size).toBe(0);
  });
});

import { lstatSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { PaperRecord, PartName } from './paper-record.ts';
import { DamagedStoreError, decodeValue, encodeValue, isDamage } from './stored-value.ts';

/** What is kept between builds: JSON values by key, in tables. */
const parts = ['head', 'abstract', 'body', 'texts', 'feed', 'search', 'terms'] satisfies PartName[];
const tables = [
  ...parts,
  'capture',
  'text',
  'related',
  'segment',
  'file',
  'pack',
  'volume',
] as const;
type Table = (typeof tables)[number];
type Values = Iterable<readonly [key: string, value: unknown]>;

/** Increased when the form of values changes. */
const storeVersion = 6;
const fileName = 'records.sqlite';

/**
 * The records and whatever else a build keeps for the next one, in one SQLite file. Everything in it can be
 * made again: a file that is damaged, or of another version, is replaced by an empty one.
 */
export class RecordStore {
  readonly #database: DatabaseSync;
  readonly #reads = new Map<Table, ReturnType<DatabaseSync['prepare']>>();

  /** @param folder that the file is in; it is made */
  constructor(folder: string) {
    try {
      this.#database = openDatabase(folder);
    } catch {
      removeStore(folder);
      this.#database = openDatabase(folder);
    }
  }

  /** The keys of a table. */
  keys(table: Table): Set<string> {
    const rows = this.#guard(() => this.#database.prepare(`SELECT key FROM ${table}`).all());
    return new Set(rows.map(({ key }) => String(key)));
  }

  /**
   * A part of a record.
   * @throws {DamagedStoreError} if it is missing or damaged
   */
  readPart<Part extends PartName>(part: Part, key: string): PaperRecord[Part] {
    const value = this.read<PaperRecord[Part]>(part, key);
    if (value === undefined) throw new DamagedStoreError(`there is no ${part} of ${key}.`);
    return value;
  }

  /**
   * A value, or undefined if there is none.
   * @throws {DamagedStoreError} if it is damaged
   */
  read<Value>(table: Table, key: string): Value | undefined {
    const row = this.#guard(() => this.#prepareRead(table).get(key));
    return row && this.#guard(() => decodeValue(table, key, row.value));
  }

  /** All values of a table, by key. */
  readAll<Value>(table: Table): Map<string, Value> {
    return this.#guard(() => {
      const rows = this.#database.prepare(`SELECT key, value FROM ${table}`).all();
      return new Map(
        rows.map(({ key, value }) => [String(key), decodeValue(table, String(key), value)]),
      );
    });
  }

  /** Writes records, all parts of all of them or nothing. */
  writeRecords(records: readonly (readonly [key: string, record: PaperRecord])[]): void {
    this.#inTransaction(() => {
      for (const part of parts)
        this.#insert(
          part,
          records.map(([key, record]) => [key, record[part]]),
        );
    });
  }

  /** Writes values, all or nothing. */
  write(table: Table, values: Values): void {
    this.#inTransaction(() => this.#insert(table, values));
  }

  /** Replaces all values of a table. */
  replace(table: Table, values: Values): void {
    this.#inTransaction(() => {
      this.#database.exec(`DELETE FROM ${table}`);
      this.#insert(table, values);
    });
  }

  /** Removes what a build no longer needs: the records, or the values, whose keys are not named. */
  prune(which: 'records' | Table, needed: ReadonlySet<string>): void {
    const stale = [...this.keys(which === 'records' ? 'head' : which)].filter(
      (key) => !needed.has(key),
    );
    if (stale.length === 0) return;
    this.#inTransaction(() => {
      for (const table of which === 'records' ? parts : [which]) {
        const remove = this.#database.prepare(`DELETE FROM ${table} WHERE key = ?`);
        for (const key of stale) remove.run(key);
      }
    });
  }

  close(): void {
    this.#database.close();
  }

  #prepareRead(table: Table): ReturnType<DatabaseSync['prepare']> {
    const known = this.#reads.get(table);
    if (known) return known;
    const statement = this.#database.prepare(`SELECT value FROM ${table} WHERE key = ?`);
    this.#reads.set(table, statement);
    return statement;
  }

  #insert(table: Table, values: Values): void {
    const insert = this.#database.prepare(`INSERT OR REPLACE INTO ${table} VALUES (?, ?)`);
    for (const [key, value] of values) insert.run(key, encodeValue(table, key, value));
  }

  #inTransaction(change: () => void): void {
    this.#guard(() => {
      this.#database.exec('BEGIN IMMEDIATE');
      try {
        change();
        this.#database.exec('COMMIT');
      } catch (error) {
        // A full disk has ended the transaction already, and its error must not be hidden by another one.
        if (this.#database.isTransaction) this.#database.exec('ROLLBACK');
        throw error;
      }
    });
  }

  /** Disk errors are passed on; anything else that SQLite cannot read is damage. */
  #guard<Value>(use: () => Value): Value {
    try {
      return use();
    } catch (error) {
      if (isDamage(error)) throw error;
      const { errcode, message } = error as { errcode?: number; message: string };
      if (errcode === undefined && !(error instanceof SyntaxError)) throw error;
      throw toDiskError(errcode) ?? new DamagedStoreError(message);
    }
  }
}

/** Removes the file, or whatever is in its place. */
export function removeStore(folder: string): void {
  for (const suffix of ['', '-wal', '-shm'])
    rmSync(join(folder, fileName + suffix), { recursive: true, force: true });
}

function openDatabase(folder: string): DatabaseSync {
  if (lstatSync(folder, { throwIfNoEntry: false })?.isFile()) rmSync(folder);
  mkdirSync(folder, { recursive: true });
  const database = new DatabaseSync(join(folder, fileName), { timeout: 60_000 });
  try {
    // Values are some kilobytes: with SQLite's usual pages of 4 KB, most would be chains of pages.
    database.exec('PRAGMA page_size = 16384;');
    // With a write-ahead log a killed process leaves the last complete state, and readers do not wait.
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF;');
    const version = Number(database.prepare('PRAGMA user_version').get()?.user_version);
    if (version !== 0 && version !== storeVersion) throw new Error(`version ${version}`);
    database.exec('BEGIN IMMEDIATE');
    for (const table of tables)
      database.exec(`CREATE TABLE IF NOT EXISTS ${table} (key TEXT PRIMARY KEY, value BLOB)`);
    database.exec(`PRAGMA user_version = ${storeVersion}; COMMIT`);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** A full or failing disk, from SQLite's primary result codes. @see https://sqlite.org/rescode.html */
function toDiskError(errcode: number | undefined): NodeJS.ErrnoException | undefined {
  const codes: Readonly<Record<number, string>> = { 8: 'EROFS', 10: 'EIO', 13: 'ENOSPC' };
  const code = codes[(errcode ?? 0) & 0xff];
  if (code === undefined) return undefined;
  return Object.assign(new Error(`${code}: the records`), { code, path: fileName });
}

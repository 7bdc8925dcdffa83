import { abstractKey, abstractKeyLength, type PaperIndex } from '../../src/metadata/paper-index.ts';
import { readSnapshotRecord } from '../../src/metadata/sources/arxiv-snapshot.ts';
import type { SourceRecord } from '../../src/metadata/sources/source-record.ts';
import { channel } from '../../src/restore/channel.ts';
import { titleKey } from '../../src/text/title-key.ts';
import { hashKey, hashLetters, mustBeDecoded } from './hash-letters.ts';

/** What identifies the papers of the archive: only lines that match one of them are parsed. */
export type KnownKeys = Pick<PaperIndex, 'hasId' | 'titleKeys' | 'abstractKeys'>;

/** Longer lines are skipped, which limits the memory: no record of a paper is that long. */
const longestLine = 10_000_000;

const fields = {
  id: Buffer.from('"id":'),
  title: Buffer.from('"title":'),
  abstract: Buffer.from('"abstract":'),
};

/**
 * Reads JSON lines of arXiv's snapshot. A line is parsed only if its id, its title or the beginning of its abstract is
 * that of a paper, and after the whole file was scanned, so that the garbage of parsing does not add to the memory of
 * scanning. Other lines are not decoded: titles are compared by the hash of their bytes.
 */
export class SnapshotScan {
  /** The last line of each id that may be a paper of the archive, with its number. */
  readonly #candidates = new Map<string, { bytes: Buffer; line: number }>();
  readonly #brokenLines: number[] = [];
  #line = 0;
  #rest: Buffer[] = [];
  #restBytes = 0;
  readonly #keys: KnownKeys;
  readonly #titles: ReadonlySet<number>;
  readonly #abstracts: ReadonlySet<number>;
  readonly #today: string;

  /** @param today ISO date, for records without a date */
  constructor(keys: KnownKeys, today: string) {
    this.#keys = keys;
    this.#today = today;
    this.#titles = new Set(Array.from(keys.titleKeys(), hashKey));
    this.#abstracts = new Set(Array.from(keys.abstractKeys(), hashKey));
  }

  /** Processes the next bytes of the file; their memory may be reused afterwards. */
  add(chunk: Buffer): void {
    let at = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, at)) {
      if (this.#restBytes > 0) this.#readJoined(chunk.subarray(0, end));
      else this.#read(chunk, at, end);
      at = end + 1;
    }
    if (at === chunk.length) return;
    this.#rest.push(Buffer.from(chunk.subarray(at)));
    this.#restBytes += chunk.length - at;
    if (this.#restBytes > longestLine) this.#rest = [];
  }

  /**
   * Processes the end of the file.
   * @returns the records that may be papers of the archive, and the numbers of lines that are not records
   */
  end(): { records: SourceRecord[]; brokenLines: number[] } {
    if (this.#restBytes > 0) this.#readJoined(Buffer.alloc(0));
    const records = [...this.#candidates.values()].flatMap(({ bytes, line }) => {
      const record = readSnapshotRecord(parseLine(bytes), this.#today);
      if (!record) this.#brokenLines.push(line);
      return record ?? [];
    });
    return { records, brokenLines: this.#brokenLines.sort((a, b) => a - b) };
  }

  #readJoined(last: Buffer): void {
    const line = Buffer.concat([...this.#rest, last]);
    this.#rest = [];
    this.#restBytes = 0;
    this.#read(line, 0, line.length);
  }

  #read(bytes: Buffer, from: number, to: number): void {
    this.#line++;
    const id = findValue(bytes, fields.id, from, to);
    const title = id < 0 ? -1 : findValue(bytes, fields.title, id, to);
    if (title < 0 || !isObjectEnd(bytes, to)) {
      if (bytes.toString('latin1', from, to).trim() !== '') this.#brokenLines.push(this.#line);
      return;
    }
    const name = bytes.toString('latin1', id, bytes.indexOf(quote, id));
    if (!this.#keys.hasId(name) && !this.#hasText(bytes, title, to)) return;
    const line = Buffer.from(bytes.subarray(from, to));
    this.#candidates.set(name, { bytes: line, line: this.#line });
  }

  /** Whether the title or the beginning of the abstract in a line is that of a paper. */
  #hasText(bytes: Buffer, title: number, to: number): boolean {
    const hash = hashLetters(bytes, title, Number.POSITIVE_INFINITY);
    if (this.#titles.has(hash === mustBeDecoded ? hashText(bytes, title, to) : hash)) return true;
    const abstract = findValue(bytes, fields.abstract, title, to);
    if (abstract < 0) return false;
    const start = hashLetters(bytes, abstract, abstractKeyLength);
    return this.#abstracts.has(
      start === mustBeDecoded ? hashText(bytes, abstract, to, abstractKey) : start,
    );
  }
}

const quote = 0x22;
const space = 0x20;
const brace = 0x7d;

/** Whether a line that ends before `to` ends in a brace. Lines that are cut off must not replace others of their id. */
function isObjectEnd(bytes: Buffer, to: number): boolean {
  let last = to - 1;
  while ((bytes[last] ?? brace) <= space) last--;
  return bytes[last] === brace;
}

/** Offset of the content of a string field in a line; -1 if the line does not have the field. */
function findValue(bytes: Buffer, field: Buffer, from: number, to: number): number {
  // Within a string the quotation marks of a field would be escaped.
  const found = bytes.indexOf(field, from);
  if (found < 0 || found >= to) return -1;
  let at = found + field.length;
  while (bytes[at] === space) at++;
  return bytes[at] === quote ? at + 1 : -1;
}

/** The hash of the key of a JSON string with escapes or other letters, after the channel. */
function hashText(bytes: Buffer, from: number, to: number, makeKey = titleKey): number {
  const [string = ''] = /^(?:[^"\\]|\\.)*/.exec(bytes.toString('utf8', from, to)) ?? [];
  try {
    return hashKey(makeKey(channel(JSON.parse(`"${string}"`) as string).trim()));
  } catch {
    return mustBeDecoded;
  }
}

function parseLine(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString());
  } catch {
    return undefined;
  }
}

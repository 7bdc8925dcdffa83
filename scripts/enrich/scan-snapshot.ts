import { quote } from '../../src/capture/problem.ts';
import { abstractKey, type PaperIndex } from '../../src/metadata/paper-index.ts';
import { readSnapshotRecord } from '../../src/metadata/sources/arxiv-snapshot.ts';
import type { SourceRecord } from '../../src/metadata/sources/source-record.ts';
import { channel } from '../../src/restore/channel.ts';
import { titleKey } from '../../src/text/title-key.ts';
import { findString } from './find-string.ts';

/** Only papers of the archive are read: what a line must have in common with one of them. */
export type KnownKeys = Pick<PaperIndex, 'hasId' | 'hasTitleKey' | 'hasAbstractKey'>;

/** A longer line is none of a paper; memory is kept within limits. */
const longestLine = 10_000_000;
/** Characters of an abstract, with escapes, that its key is made of. */
const abstractLength = 400;

/**
 * Reads JSON lines of arXiv's snapshot. A line is parsed only if its id, its title or the beginning of its abstract is
 * that of a paper: most lines are looked at and dropped, which takes a tenth of the time.
 */
export class SnapshotScan {
  /** The records that may be papers of the archive, by id. */
  readonly records = new Map<string, SourceRecord>();
  /** Lines that are no records. */
  readonly brokenLines: number[] = [];
  #line = 0;
  #rest = '';
  readonly #keys: KnownKeys;
  readonly #today: string;

  constructor(keys: KnownKeys, today: string) {
    this.#keys = keys;
    this.#today = today;
  }

  /** Takes the next bytes of the file. */
  add(chunk: Buffer): void {
    // Bytes as characters: all that is looked for is ASCII, and a character in two chunks stays whole.
    const text = this.#rest + chunk.toString('latin1');
    let at = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', at)) {
      this.#read(text.slice(at, end));
      at = end + 1;
    }
    this.#rest = text.slice(at);
    if (this.#rest.length > longestLine) this.#rest = '';
  }

  /** Takes the end of the file. */
  end(): void {
    if (this.#rest !== '') this.#read(this.#rest);
    this.#rest = '';
  }

  #read(line: string): void {
    this.#line++;
    const id = findString(line, '"id":', 0);
    const title = id && findString(line, '"title":', id.end);
    if (!id || !title) {
      if (line.trim() !== '') this.brokenLines.push(this.#line);
      return;
    }
    if (!this.#isCandidate(line, id.value, title)) return;
    const record = readSnapshotRecord(parseLine(line), this.#today);
    if (record) this.records.set(record.id, record);
    else this.brokenLines.push(this.#line);
  }

  #isCandidate(line: string, id: string, title: { value: string; end: number }): boolean {
    if (this.#keys.hasId(id) || this.#keys.hasTitleKey(titleKey(readText(title.value))))
      return true;
    const abstract = findString(line, '"abstract":', title.end, abstractLength);
    return (
      abstract !== undefined && this.#keys.hasAbstractKey(abstractKey(readText(abstract.value)))
    );
  }
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(Buffer.from(line, 'latin1').toString());
  } catch {
    return undefined;
  }
}

/** The text of a JSON string, as a capture would show it, whatever the space. */
function readText(string: string): string {
  // Nearly all titles have no escape but that of a line break.
  const text = string.replaceAll('\\n', ' ');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII has them.
  if (!text.includes('\\') && /^[\x00-\x7f]*$/.test(text)) return text;
  try {
    // An escape at the end may have been cut.
    const whole = string.replace(/(?<=(?:^|[^\\])(?:\\\\)*)\\(?:u[\da-f]{0,3})?$/i, '');
    const value = JSON.parse(`"${Buffer.from(whole, 'latin1').toString()}"`) as string;
    return channel(value).trim();
  } catch {
    return '';
  }
}

/** Sentences about lines that are no records. */
export function describeBroken(file: string, lines: readonly number[]): string[] {
  if (lines.length === 0) return [];
  const shown = lines.slice(0, 5).join(', ');
  const more = lines.length > 5 ? ` and ${lines.length - 5} more` : '';
  return [`${quote(file)}: lines that are no records of arXiv were skipped: ${shown}${more}.`];
}

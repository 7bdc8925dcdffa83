import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** A paper to learn from; `raw` is the abstract with its LaTeX. */
export interface Paper {
  title: string;
  raw: string;
}
/** The papers of a file, with the SHA-256 of its uncompressed bytes. */
export interface PaperFile {
  name: string;
  digest: string;
  papers: Paper[];
}
/** An object of a file and the number of its line, from 1. */
interface Row {
  number: number;
  row: object;
}

/**
 * The objects of a file of JSON lines, plain or gzipped, and its uncompressed bytes. The rows are
 * read one by one, as large files do not fit into a string.
 * @throws {Error} with file and line, at the first line that is not a JSON object
 */
export function readJsonLines(path: string): { bytes: Buffer; rows: Generator<Row> } {
  const file = readFileSync(path);
  const bytes = path.endsWith('.gz') ? gunzipSync(file) : file;
  return { bytes, rows: readRows(path, bytes) };
}

function* readRows(path: string, bytes: Buffer): Generator<Row> {
  for (let at = 0, number = 1; at < bytes.length; number++) {
    const newline = bytes.indexOf(10, at);
    const end = newline < 0 ? bytes.length : newline;
    const line = bytes.toString('utf8', at, end);
    at = end + 1;
    if (line.trim() === '') continue;
    let row: unknown;
    try {
      row = JSON.parse(line);
    } catch (error) {
      throw new Error(`${path}:${number}: not JSON: ${(error as Error).message}`);
    }
    if (typeof row !== 'object' || row === null)
      throw new Error(`${path}:${number}: not a JSON object`);
    yield { number, row };
  }
}

/** Abstracts of the snapshot are hard-wrapped; captured pages show them on one line. */
const unwrap = (text: string): string => text.replace(/\s*\n\s*/g, ' ').trim();

/**
 * The papers of a file of JSON lines `{"title","raw"}`, or of the arXiv snapshot with
 * `{"title","abstract"}`.
 * @throws {Error} with file and line, at the first line that has neither
 */
export function readPapers(path: string): PaperFile {
  const { bytes, rows } = readJsonLines(path);
  const papers: Paper[] = [];
  for (const { number, row } of rows) {
    const { title = '', ...fields }: Record<string, unknown> = { ...row };
    const raw = fields.raw ?? fields.abstract;
    if (typeof raw !== 'string')
      throw new Error(
        `${path}:${number}: no text in "raw" or "abstract"; expected {"title","raw"} or {"title","abstract"}`,
      );
    papers.push({ title: unwrap(String(title)), raw: unwrap(raw) });
  }
  return {
    name: path.split('/').at(-1) ?? path,
    digest: createHash('sha256').update(bytes).digest('hex'),
    papers,
  };
}

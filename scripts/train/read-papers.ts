import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** A paper to learn from: `raw` is the authors' abstract with its LaTeX. */
export interface Paper {
  id: string;
  title: string;
  raw: string;
  kind: string;
}
/** A file of papers with the SHA-256 of its uncompressed bytes. */
export interface PaperFile {
  name: string;
  digest: string;
  papers: Paper[];
}

/**
 * Reads JSON lines `{"id","title","raw"}` or the public arXiv snapshot's
 * `{"id","title","abstract"}`, plain or gzipped.
 * @throws Error with file and line of the first line that is no such object
 */
export function readPapers(path: string): PaperFile {
  const bytes = readFileSync(path);
  const plain = path.endsWith('.gz') ? gunzipSync(bytes) : bytes;
  const papers: Paper[] = [];
  // Abstracts of the snapshot are hard-wrapped; the page that was captured shows them on one line.
  const flow = (s: string): string => s.replace(/\s*\n\s*/g, ' ').trim();
  let number = 0;
  let at = 0;
  while (at < plain.length) {
    let end = plain.indexOf(10, at);
    if (end < 0) end = plain.length;
    const line = plain.toString('utf8', at, end);
    at = end + 1;
    number++;
    if (line.trim() === '') continue;
    let row: Record<string, unknown>;
    try {
      row = JSON.parse(line) as Record<string, unknown>;
    } catch {
      throw new Error(`${path}:${number}: not a JSON object`);
    }
    const raw = row.raw ?? row.abstract;
    if (typeof raw !== 'string')
      throw new Error(`${path}:${number}: neither "raw" nor "abstract" is a text`);
    papers.push({
      id: String(row.id ?? number),
      title: flow(String(row.title ?? '')),
      raw: flow(raw),
      kind: String(row.kind ?? 'arxiv'),
    });
  }
  return {
    name: path.split('/').at(-1) ?? path,
    digest: createHash('sha256').update(plain).digest('hex'),
    papers,
  };
}

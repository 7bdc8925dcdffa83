import type { PaperIndex } from '../../src/metadata/paper-index.ts';
import { isSnapshot } from '../../src/metadata/sources/arxiv-snapshot.ts';
import { readSource } from '../../src/metadata/sources/read-source.ts';
import type { SourceReading } from '../../src/metadata/sources/source-record.ts';
import { UsageError } from '../exit-on-fault.ts';
import { openBytes } from './open-bytes.ts';
import { SnapshotScan } from './scan-snapshot.ts';

export interface ReadSourceOptions {
  index: PaperIndex;
  /** The name of the source, where the format does not give it. */
  source: string;
  /** ISO date. */
  today: string;
  /** Called repeatedly with the number of bytes read so far, and the size of the file. */
  onProgress?: (readBytes: number, sizeBytes: number) => void;
}

/** Maximum size of a file that is read as a whole, as all are but arXiv's snapshot. */
const largestWhole = 200_000_000;
/** The snapshot is recognised by the first bytes of a file: its first line may name thousands of authors. */
const beginningBytes = 1_000_000;

/**
 * Reads the records of a file that may be papers of the archive.
 * @throws {UsageError} when it cannot be read
 * @throws {CaptureError} when it is of no known format, or damaged
 */
export async function readSourceFile(
  path: string,
  options: ReadSourceOptions,
): Promise<SourceReading> {
  const { index, source, today, onProgress } = options;
  const { chunks, sizeBytes, readBytes } = await openBytes(path);
  const held: Buffer[] = [];
  let heldBytes = 0;
  let scan: SnapshotScan | undefined;
  for await (const chunk of chunks) {
    onProgress?.(readBytes(), sizeBytes);
    if (scan) {
      scan.add(chunk);
      continue;
    }
    held.push(Buffer.from(chunk));
    heldBytes += chunk.length;
    if (heldBytes - chunk.length < beginningBytes && isSnapshot(beginningOf(held))) {
      scan = new SnapshotScan(index, today);
      for (const first of held.splice(0)) scan.add(first);
    }
    if (heldBytes > largestWhole && !scan)
      throw new UsageError(
        `The file ${path} is larger than ${largestWhole / 1_000_000} MB, and no snapshot of arXiv.\n  hint: divide it.`,
      );
  }
  if (scan) {
    const { records, brokenLines } = scan.end();
    return { records, skipped: describeBroken(path, brokenLines) };
  }
  const text = Buffer.concat(held)
    .toString()
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n');
  return readSource({ file: path, text, source, today });
}

const beginningOf = (chunks: readonly Buffer[]): string =>
  Buffer.concat(chunks).toString('latin1', 0, beginningBytes);

/** Sentences about lines that are not records. */
function describeBroken(file: string, lines: readonly number[]): string[] {
  if (lines.length === 0) return [];
  const more = lines.length > 5 ? ` and ${lines.length - 5} more` : '';
  return [
    `${file}: lines that are not records of arXiv were skipped: ${lines.slice(0, 5).join(', ')}${more}.`,
  ];
}

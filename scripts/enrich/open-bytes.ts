import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import yauzl from 'yauzl';
import { UsageError } from '../exit-on-fault.ts';

/** The content of a file, unpacked, and how much of the file was read for it. */
export interface OpenBytes {
  chunks: AsyncIterable<Buffer>;
  sizeBytes: number;
  readBytes(): number;
}

/** Larger chunks are kept by V8 until its next full collection: 256 kB took 50 MB more, and no less time. */
const chunkBytes = 64 * 1024;

/**
 * Opens a file that may be packed by gzip, or be the only file of a ZIP archive; both are recognised by their content.
 * @throws {UsageError} when it cannot be read, here or while it is read
 */
export async function openBytes(path: string): Promise<OpenBytes> {
  const explain = (error: unknown): UsageError => explainFault(path, error as Error);
  try {
    const { size } = await stat(path);
    const opened = await openUnpacked(path);
    return { sizeBytes: size, readBytes: opened.readBytes, chunks: guard(opened.stream, explain) };
  } catch (error) {
    throw error instanceof UsageError ? error : explain(error);
  }
}

async function openUnpacked(path: string): Promise<{ stream: Readable; readBytes(): number }> {
  const magic = await readMagic(path);
  if (magic === 'PK\u0003\u0004') return await openZip(path);
  const file = createReadStream(path, { highWaterMark: chunkBytes });
  const readBytes = (): number => file.bytesRead;
  if (!magic.startsWith('\u001f\u008b')) return { stream: file, readBytes };
  const gunzip = createGunzip({ chunkSize: chunkBytes });
  file.on('error', (error) => gunzip.destroy(error));
  return { stream: file.pipe(gunzip), readBytes };
}

async function readMagic(path: string): Promise<string> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0);
    return buffer.toString('latin1', 0, bytesRead);
  } finally {
    await file.close();
  }
}

async function openZip(path: string): Promise<{ stream: Readable; readBytes(): number }> {
  const zip = await yauzl.openPromise(path);
  const entries: yauzl.Entry[] = [];
  for await (const entry of zip.eachEntry()) if (!entry.fileName.endsWith('/')) entries.push(entry);
  const [entry, ...more] = entries;
  if (entry === undefined || more.length > 0) {
    const what = entry === undefined ? 'no file' : `${entries.length} files`;
    throw new UsageError(`The archive ${path} has ${what}; it must have one. Unpack it first.`);
  }
  const stream = await zip.openReadStreamPromise(entry);
  const share = entry.compressedSize / Math.max(1, entry.uncompressedSize);
  let unpacked = 0;
  stream.on('data', (chunk: Buffer) => {
    unpacked += chunk.length;
  });
  stream.pause();
  return { stream, readBytes: () => unpacked * share };
}

async function* guard(
  stream: Readable,
  explain: (error: unknown) => UsageError,
): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of stream) yield chunk as Buffer;
  } catch (error) {
    throw explain(error);
  }
}

function explainFault(path: string, error: Error): UsageError {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return new UsageError(`There is no file ${path}.`);
  if (code === 'EISDIR') return new UsageError(`${path} is a folder; give the files in it.`);
  if (code === 'Z_BUF_ERROR' || /central directory/.test(error.message))
    return new UsageError(
      `The file ${path} ends too early.\n  hint: it was not downloaded completely; nothing of it was taken.`,
    );
  return new UsageError(`The file ${path} cannot be read (${code ?? error.message}).`);
}

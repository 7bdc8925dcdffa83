import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import yauzl from 'yauzl';
import { UsageError } from '../exit-on-fault.ts';

/** The uncompressed content of a file, and how much of the file has been read for it. */
export interface OpenBytes {
  /** Each is valid until the next one is requested. */
  chunks: AsyncIterable<Buffer>;
  sizeBytes: number;
  readBytes(): number;
}

/** Reads an uncompressed file into one buffer: allocating new ones took half of the time. */
const chunkBytes = 256 * 1024;

/**
 * Opens a file, which may be compressed with gzip or be the only file of a ZIP archive, recognised by its content.
 * @throws {UsageError} when it cannot be read, here or while it is read
 */
export async function openBytes(path: string): Promise<OpenBytes> {
  const explain = (error: unknown): UsageError => explainFault(path, error as Error);
  try {
    const { size } = await stat(path);
    const opened = await openUnpacked(path);
    return { sizeBytes: size, readBytes: opened.readBytes, chunks: guard(opened.chunks, explain) };
  } catch (error) {
    throw error instanceof UsageError ? error : explain(error);
  }
}

type Unpacked = Pick<OpenBytes, 'chunks' | 'readBytes'>;

async function openUnpacked(path: string): Promise<Unpacked> {
  const magic = await readMagic(path);
  if (magic === 'PK\u0003\u0004') return await openZip(path);
  if (!magic.startsWith('\u001f\u008b')) return readPlain(path);
  const file = createReadStream(path);
  const gunzip = createGunzip();
  file.on('error', (error) => gunzip.destroy(error));
  return { chunks: file.pipe(gunzip), readBytes: () => file.bytesRead };
}

function readPlain(path: string): Unpacked {
  let total = 0;
  async function* chunks(): AsyncGenerator<Buffer> {
    const buffer = Buffer.allocUnsafe(chunkBytes);
    const file = await open(path);
    try {
      for (;;) {
        const { bytesRead } = await file.read(buffer, 0, chunkBytes);
        if (bytesRead === 0) return;
        total += bytesRead;
        yield buffer.subarray(0, bytesRead);
      }
    } finally {
      await file.close();
    }
  }
  return { chunks: chunks(), readBytes: () => total };
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

async function openZip(path: string): Promise<Unpacked> {
  const zip = await yauzl.openPromise(path, { autoClose: false });
  const entries: yauzl.Entry[] = [];
  for await (const entry of zip.eachEntry()) if (!entry.fileName.endsWith('/')) entries.push(entry);
  const [entry, ...more] = entries;
  if (entry === undefined || more.length > 0) {
    zip.close();
    const what = entry === undefined ? 'no file' : `${entries.length} files`;
    throw new UsageError(`The archive ${path} has ${what}; it must have one. Unpack it first.`);
  }
  const share = entry.compressedSize / Math.max(1, entry.uncompressedSize);
  let unpackedBytes = 0;
  async function* chunks(file: yauzl.Entry): AsyncGenerator<Buffer> {
    try {
      const stream: AsyncIterable<Buffer> = await zip.openReadStreamPromise(file);
      for await (const chunk of stream) {
        unpackedBytes += chunk.length;
        yield chunk;
      }
    } finally {
      zip.close();
    }
  }
  return { chunks: chunks(entry), readBytes: () => unpackedBytes * share };
}

async function* guard(
  chunks: AsyncIterable<Buffer>,
  explain: (error: unknown) => UsageError,
): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of chunks) yield chunk;
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

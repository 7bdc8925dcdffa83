import { crc32 } from 'node:zlib';

/**
 * JSON after a CRC-32 of key and text: SQLite detects neither changed bytes of a value nor a value under another key.
 */
export function encodeValue(table: string, key: string, value: unknown): Uint8Array {
  const text = Buffer.from(JSON.stringify(value));
  const bytes = Buffer.allocUnsafe(4 + text.length);
  bytes.writeUInt32LE(checksum(table, key, text));
  text.copy(bytes, 4);
  return bytes;
}

/**
 * Reads a value of `encodeValue`.
 * @throws {DamagedStoreError} if it belongs to another key, or its bytes have changed
 */
export function decodeValue(table: string, key: string, bytes: unknown): never {
  if (!(bytes instanceof Uint8Array) || bytes.length < 4)
    throw new DamagedStoreError('a value is malformed');
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = buffer.subarray(4);
  if (buffer.readUInt32LE(0) !== checksum(table, key, text))
    throw new DamagedStoreError('a checksum is wrong');
  return JSON.parse(text.toString()) as never;
}

const checksum = (table: string, key: string, text: Uint8Array): number =>
  crc32(text, crc32(`${table} ${key} `));

const damaged = 'The kept records are damaged: ';

/** The stored records are damaged; they can be made again. */
export class DamagedStoreError extends Error {
  constructor(what: string) {
    super(damaged + what);
  }
}

/**
 * Whether an error is a `DamagedStoreError`. One from a worker or a bundle is of another class: its message decides.
 */
export const isDamage = (error: unknown): boolean =>
  error instanceof Error && (error.message.startsWith(damaged) || isDamage(error.cause));

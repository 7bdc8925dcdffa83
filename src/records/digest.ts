import { createHash } from 'node:crypto';

/** A digest of anything that JSON can write: 32 hexadecimal digits, 128 bits. */
export function digest(...values: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(values)).digest('hex').slice(0, 32);
}

import { hash } from 'node:crypto';

/** A digest of anything that JSON can write: 32 hexadecimal digits, 128 bits. */
export function digest(...values: readonly unknown[]): string {
  return hash('sha256', JSON.stringify(values)).slice(0, 32);
}

import { createHash } from 'node:crypto';

/**
 * A digest of one revision of a paper, title and abstract, by which the ledger recognises it: 16 hexadecimal digits, the first 64 bits of SHA-256.
 */
export function textDigest(title: string, abstract: string): string {
  return createHash('sha256').update(`${title}\n\n${abstract}`).digest('hex').slice(0, 16);
}

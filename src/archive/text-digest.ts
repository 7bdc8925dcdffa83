import { hash } from 'node:crypto';

/**
 * A digest of one revision of a paper, title and abstract, by which the ledger recognises it: 16 hexadecimal digits, the first 64 bits of SHA-256.
 */
export function textDigest(title: string, abstract: string): string {
  return hash('sha256', `${title}\n\n${abstract}`).slice(0, 16);
}

import { createHash } from 'node:crypto';

/**
 * What two titles are compared by: NFKD, lower case, letters and digits only, so that case,
 * punctuation, accents and spacing never make two papers of one. A title without any letter or
 * digit is compared as it stands.
 * @example titleKey('Light Schrödinger Bridge') === 'lightschrodingerbridge'
 */
export function titleKey(title: string): string {
  const key = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
  return key || title.normalize('NFKC').trim();
}

/**
 * A digest of one revision of a paper, title and abstract, by which the ledger recognises it for
 * ever: 16 hexadecimal digits, the first 64 bits of SHA-256.
 */
export function textDigest(title: string, abstract: string): string {
  return createHash('sha256').update(`${title}\n\n${abstract}`).digest('hex').slice(0, 16);
}

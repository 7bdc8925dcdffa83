import { createHash } from 'node:crypto';

/**
 * The key by which titles are compared: NFKD, lower case, letters and digits only, so that differences in case,
 * punctuation, accents and spacing do not count. A title without any letter or digit is compared unchanged.
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
 * A digest of one revision of a paper, title and abstract, by which the ledger recognises it: 16 hexadecimal digits, the first 64 bits of SHA-256.
 */
export function textDigest(title: string, abstract: string): string {
  return createHash('sha256').update(`${title}\n\n${abstract}`).digest('hex').slice(0, 16);
}

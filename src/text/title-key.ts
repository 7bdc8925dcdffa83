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

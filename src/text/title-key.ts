/**
 * The key by which titles are compared: NFKD, lower case, letters and digits only, so that differences in case,
 * punctuation, accents and spacing do not count. A title without any letter or digit is compared unchanged.
 * @example titleKey('Light Schrödinger Bridge') === 'lightschrodingerbridge'
 */
export function titleKey(title: string): string {
  // Most titles are ASCII, where normalisation changes nothing and takes most of the time.
  const key = isAscii.test(title)
    ? title.toLowerCase().replace(/[^a-z0-9]+/g, '')
    : normaliseTitle(title);
  return key || title.normalize('NFKC').trim();
}

const isAscii = /^\p{ASCII}*$/u;

const normaliseTitle = (title: string): string =>
  title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

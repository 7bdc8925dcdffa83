import slugify from '@sindresorhus/slugify';

/** The most characters a slug made from a title may have. */
export const maxSlugLength = 80;

/** Names that Windows refuses for a folder, whatever follows them: a site must be storable anywhere. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d|index)$/;

/** Whether a text follows the rules that `makeSlug` follows. */
export const isSlug = (text: string): boolean =>
  text.length <= maxSlugLength && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text) && !reserved.test(text);

/** LaTeX commands that only change the appearance of a title. */
const looks =
  /\\(?:text[a-z]*|emph|it|em|bf|sc|tt|rm|math[a-z]+|boldsymbol|operatorname|left|right|underline)(?![a-zA-Z])/g;

/** A title without its LaTeX: `na\"ive`, `\textbf{D}irect`, `$\tau$-bench` → naive, Direct, tau-bench. */
function stripLatex(title: string): string {
  return title
    .replace(/\\["'`^~=.]\{?([a-zA-Z])\}?/g, '$1')
    .replace(looks, '')
    .replace(/[\\{}$]/g, '');
}

/**
 * A readable address for a title: ASCII, lower case, words joined by hyphens, at most 80
 * characters, cut at a word. A title of which nothing can be spelled so becomes `paper`.
 * @example makeSlug('Light Schrödinger Bridge') === 'light-schrodinger-bridge'
 */
export function makeSlug(title: string): string {
  // A title is bounded first: transliterating a megabyte to keep 80 characters would be waste.
  // An accent prints nothing: `ö` is `o`, not `oe`, which is right in German only.
  const plain = stripLatex(title.slice(0, 1000))
    .normalize('NFKD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFC');
  const words = slugify(plain, {
    decamelize: false,
    customReplacements: [['&', ' and ']],
  });
  const cut = cutAtWord(words, maxSlugLength);
  if (cut === '') return 'paper';
  return reserved.test(cut) ? `${cut}-paper` : cut;
}

/** A title without the number of votes that a pasted search page may have before it: `101 Bridges` → `Bridges`. */
export const withoutVotes = (title: string): string => title.replace(/^\d[\d.,]*k?\s+/i, '');

/** The first of `slug`, `slug-2`, `slug-3` … that `isTaken` does not know; never over 80 characters. */
export function makeUniqueSlug(slug: string, isTaken: (slug: string) => boolean): string {
  if (!isTaken(slug)) return slug;
  for (let n = 2; ; n++) {
    const suffix = `-${n}`;
    const candidate = cutAtWord(slug, maxSlugLength - suffix.length) + suffix;
    if (!isTaken(candidate)) return candidate;
  }
}

function cutAtWord(slug: string, length: number): string {
  if (slug.length <= length) return slug;
  const lastHyphen = slug.slice(0, length + 1).lastIndexOf('-');
  return slug.slice(0, lastHyphen > 0 ? lastHyphen : length);
}

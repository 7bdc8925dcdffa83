/** The site that a portable edition is made from. */
export interface Edition {
  /** Address that the site was built for; its path is the base: `/` or `/archive/`. */
  siteUrl: URL;
  /** Whether it is published there; otherwise the edition has no links to it. */
  isPublished: boolean;
}

/** Files that are useful on a server only: feeds, and the pages `/404/`, `/arxiv/` and `/offline/`. */
export const isOfWebOnly = (file: string): boolean => /^(?:feeds|offline|arxiv|404)\//.test(file);

/** The way from a file to the root of the folder: `papers/x/index.html` → `../../`, `index.html` → `./`. */
export function rootSeenFrom(file: string): string {
  return '../'.repeat(file.split('/').length - 1) || './';
}

/**
 * The file of the site at an address.
 * @param address in a page: `/days/2025-03-11/#paper-x`
 * @returns `days/2025-03-11/index.html`; undefined if it does not begin with the base, as addresses of other sites and
 *   of parts of the page do not
 */
export function fileOf(address: string, { siteUrl }: Edition): string | undefined {
  const base = siteUrl.pathname;
  if (!address.startsWith(base) || address.startsWith('//')) return undefined;
  const path = decodeURIComponent(address.slice(base.length).replace(/[?#].*$/s, ''));
  return path.replace(/(^|\/)$/, '$1index.html');
}

/**
 * The relative form of an address that begins with the site's base.
 * @param from file that contains the address: `papers/x/index.html`
 * @returns `../../days/2025-03-11/index.html#paper-x`; other addresses unchanged; undefined for a file that is not in
 *   the edition if the site is not published
 */
export function toRelative(address: string, from: string, edition: Edition): string | undefined {
  const file = fileOf(address, edition);
  if (file === undefined) return address;
  if (isOfWebOnly(file))
    return edition.isPublished ? new URL(address, edition.siteUrl).href : undefined;
  const rest = /[?#].*$/s.exec(address)?.[0] ?? '';
  const path = file.split('/').map(encodeURIComponent).join('/');
  return rootSeenFrom(from) + path + rest;
}

/** Whether a value is an address of a site that is not published. */
export function isUnpublished(
  value: string | undefined,
  { siteUrl, isPublished }: Edition,
): boolean {
  return !isPublished && value?.startsWith(siteUrl.href) === true;
}

/** An address in a style sheet, as the build writes it: `url(/_astro/x.woff2)`. */
const anyUrl = /url\((["']?)([^"')]+)\1\)/g;

/**
 * A style sheet with relative addresses.
 * @param path of the style sheet in the site
 * @returns the files of the site that it needs, too
 */
export function makeStylesPortable(
  css: string,
  path: string,
  edition: Edition,
): { css: string; files: Set<string> } {
  const files = new Set<string>();
  const rewritten = css.replace(anyUrl, (whole, quote: string, address: string) => {
    const file = fileOf(address, edition);
    if (file === undefined) return whole;
    files.add(file);
    return `url(${quote}${toRelative(address, path, edition)}${quote})`;
  });
  return { css: rewritten, files };
}

/**
 * Removes the addresses of an unpublished site from citations, or from the data in a page that they are made of.
 * @param text BibTeX, RIS, CSL-JSON, or the JSON within a page
 */
export function withoutAddresses(text: string, { siteUrl, isPublished }: Edition): string {
  if (isPublished) return text;
  // Node.js 22 has no `RegExp.escape`.
  const address = `${siteUrl.href.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}[^"}\\s]*`;
  return text
    .replace(new RegExp(`^ {2}url = \\{${address}\\},\\n`, 'gm'), '')
    .replace(new RegExp(`^UR {2}- ${address}\\r?\\n`, 'gm'), '')
    .replace(new RegExp(`^ *"URL": "${address}",\\n`, 'gm'), '')
    .replace(new RegExp(`"url":"${address}"`, 'g'), '"url":""');
}

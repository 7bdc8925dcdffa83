/** The site that a portable edition is made from. */
export interface Edition {
  /** Address that the site was built for; its path is the base: `/` or `/archive/`. */
  siteUrl: URL;
  /** Whether it is published there; otherwise nobody is to be sent to it. */
  isPublished: boolean;
}

/** What only a server can use: feeds, and the pages for what is not there (`/404/`, `/offline/`). */
export const isOfWebOnly = (file: string): boolean => /^(?:feeds|offline|404)\//.test(file);

/** Where a file's folder is seen from: `papers/x/index.html` → `../../`, `index.html` → `./`. */
export function rootSeenFrom(file: string): string {
  return '../'.repeat(file.split('/').length - 1) || './';
}

/**
 * The file of the site that an address leads to.
 * @param address as a page has it: `/days/2025-03-11/#paper-x`
 * @returns `days/2025-03-11/index.html`; undefined where it does not begin with the base, as those of
 * other sites and of the page itself do not
 */
export function fileOf(address: string, { siteUrl }: Edition): string | undefined {
  const base = siteUrl.pathname;
  if (!address.startsWith(base) || address.startsWith('//')) return undefined;
  const path = decodeURIComponent(address.slice(base.length).replace(/[?#].*$/s, ''));
  return path.replace(/(^|\/)$/, '$1index.html');
}

/**
 * An address that begins with the site's base, as one that leads there from a file on disk.
 * @param from file that the address stands in: `papers/x/index.html`
 * @returns `../../days/2025-03-11/index.html#paper-x`; others as they are; undefined where it leads to
 * what only the web has, and the site is not published
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

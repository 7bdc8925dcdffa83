/** The settings of the archive. */
export const site = {
  /** The archive's name, shown in the header and in the title of every page. */
  name: 'Dayleaf',
  /** One sentence on what the archive is, for the home page and search engines. */
  description:
    'Daily machine-learning papers, kept: every day, every abstract, the mathematics set again.',
  /** BCP 47 language of the pages and the abstracts. */
  language: 'en',
  /** The base of absolute URLs when `SITE_URL` is not set. */
  fallbackUrl: 'http://localhost:4321/',
  /** The line at the foot of each page. */
  footer: 'Titles and abstracts belong to their authors.',
  /** `true` asks search engines not to index the archive. */
  noindex: false,
  /**
   * `true` adds a Markdown file for each paper, which doubles the number of files. Without it, Markdown comes in a file for
   * each volume of the archive.
   */
  paperMarkdown: false,
  /** `false` leaves out the guide: its pages, the links to them, and its part of the search. */
  guide: true,
};

/** The colours of the browser's own interface around the page, in light and dark mode. */
export const themeColors = { light: '#fcfbf8', dark: '#161513' };

/**
 * Returns the address that the site is built for, from `SITE_URL`, with a trailing slash.
 * @example SITE_URL=https://example.org/archive → https://example.org/archive/
 * @throws {Error} if `SITE_URL` is not an `http:` or `https:` address, or has a percent-encoded path
 */
export function readSiteUrl(): URL {
  const address = process.env.SITE_URL || site.fallbackUrl;
  if (!/^https?:\/\//.test(address) || !URL.canParse(address)) {
    throw new Error(
      `SITE_URL must be an address such as https://example.org/archive/, not "${address}".`,
    );
  }
  const url = new URL(address);
  // Astro's routes do not find their pages under a base that is percent-encoded.
  if (url.pathname.includes('%')) {
    throw new Error(
      `SITE_URL must have a path of ASCII letters, digits and hyphens, without spaces, not "${address}".`,
    );
  }
  return new URL(`${url.origin}${url.pathname.replace(/\/*$/, '/')}`);
}

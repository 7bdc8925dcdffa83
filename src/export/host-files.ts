/** Files whose names change with their content: browsers never need to request them again. */
const hashed = [
  ...['_astro/*', 'offline/packs/*', 'offline/builds/*'],
  ...['pagefind/fragment/*', 'pagefind/index/*', 'pagefind/filter/*', 'pagefind/segments/*'],
];
/** Files that keep their names: requested each time, and sent only if they have changed. */
const named = [
  ...['', 'days/*', 'weeks/*', 'months/*', 'papers/*', 'search/*', 'saved/*', 'about/*'],
  ...['guide/*', 'arxiv/*', 'arxiv-ids/*'],
  ...['sw.js', 'offline/latest.json', 'pagefind/pagefind-entry.json'],
];

/**
 * Returns the text of `_headers`, which Netlify and Cloudflare Pages read.
 * @param base path that the site is served under, with both slashes
 * @param policy the Content-Security-Policy for all pages
 */
export function writeHeaders(base: string, policy: string): string {
  const rule = (path: string, ...headers: string[]): string =>
    [base + path, ...headers.map((header) => `  ${header}`)].join('\n');
  return `${[
    rule(
      '*',
      `Content-Security-Policy: ${policy}`,
      'X-Content-Type-Options: nosniff',
      'Referrer-Policy: same-origin',
      'Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=(), usb=()',
      'Cross-Origin-Opener-Policy: same-origin',
    ),
    ...hashed.map((path) => rule(path, 'Cache-Control: public, max-age=31536000, immutable')),
    ...named.map((path) => rule(path, 'Cache-Control: no-cache')),
  ].join('\n\n')}\n`;
}

/**
 * Returns the text of `_redirects`, which Netlify and Cloudflare Pages read: `/arxiv/2503.03601/` is answered with the page
 * `/arxiv/`, whose script looks the id up.
 * @param base path that the site is served under, with both slashes
 */
export const writeRedirects = (base: string): string => `${base}arxiv/* ${base}arxiv/ 200\n`;

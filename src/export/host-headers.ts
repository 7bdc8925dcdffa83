/** What is new in name when it is new in content: a browser need never ask for it again. */
const hashed = [
  ...['_astro/*', 'offline/packs/*', 'offline/builds/*'],
  ...['pagefind/fragment/*', 'pagefind/index/*', 'pagefind/filter/*', 'pagefind/segments/*'],
];
/** What keeps its name: asked for again each time, and sent only if it has changed. */
const named = [
  ...['', 'days/*', 'weeks/*', 'months/*', 'papers/*', 'search/*', 'saved/*', 'about/*'],
  ...['sw.js', 'offline/latest.json', 'pagefind/pagefind-entry.json'],
];

/**
 * The text of `_headers` for a site.
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

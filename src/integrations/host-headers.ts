import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { widenToHeader } from '../policy.ts';

/** What is new in name when it is new in content: a browser need never ask for it again. */
const hashed = [
  ...['_astro/*', 'offline/packs/*', 'offline/builds/*'],
  ...['pagefind/fragment/*', 'pagefind/index/*', 'pagefind/filter/*'],
];
/** What keeps its name: asked for again each time, and sent only if it has changed. */
const named = [
  ...['', 'days/*', 'weeks/*', 'months/*', 'papers/*', 'search/*', 'saved/*', 'about/*'],
  ...['sw.js', 'offline/latest.json', 'pagefind/pagefind-entry.json'],
];

/**
 * Has pages carry their policy where they are built, and writes `_headers` into the root of the site: what
 * hosts that read it (Netlify, Cloudflare Pages) send along. No path has two rules for one header, for
 * hosts differ in what they make of that.
 * @see https://developers.cloudflare.com/pages/configuration/headers/
 */
export function hostHeaders(): AstroIntegration {
  let base = '/';
  return {
    name: 'dayleaf-host-headers',
    hooks: {
      // Not `import.meta.env.PROD`, which a variable of the environment can change.
      'astro:config:setup': ({ command, updateConfig }) => {
        updateConfig({ vite: { define: { isBuilt: JSON.stringify(command === 'build') } } });
      },
      'astro:config:done': ({ config }) => {
        base = `${config.base}/`.replace(/\/{2,}$/, '/');
      },
      'astro:build:done': async ({ dir }) => {
        const page = await readFile(new URL('404.html', dir), 'utf8');
        const [, policy] =
          /http-equiv="content-security-policy" content="([^"]*)"/i.exec(page) ?? [];
        if (policy === undefined) throw new Error(`${fileURLToPath(dir)}404.html has no policy.`);
        await writeFile(new URL('_headers', dir), writeHeaders(base, widenToHeader(policy)));
      },
    },
  };
}

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

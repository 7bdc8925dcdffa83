import { readFileSync } from 'node:fs';
import { readSiteUrl } from '../../src/site.ts';

/** `dayleaf/0.1.0 (+https://example.org/archive/)`: the program, and the site that it is used for. */
export function userAgent(): string {
  const { name, version } = JSON.parse(
    readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
  ) as { name: string; version: string };
  return process.env.SITE_URL
    ? `${name}/${version} (+${readSiteUrl().href})`
    : `${name}/${version}`;
}

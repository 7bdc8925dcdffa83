import { createHash } from 'node:crypto';

/** What a page needs beyond files of the site itself. */
interface PolicyNeeds {
  /** Texts of the inline scripts that may run, to the letter. */
  scripts: readonly string[];
  /** Whether formulas stand on the page: KaTeX places their parts with style attributes. */
  hasMath: boolean;
}

/**
 * The Content-Security-Policy of a page: what it may run and load. Files of the site, the inline scripts
 * that are named here, WebAssembly (Pagefind's), and nothing else; in a `<meta>`, for any host.
 * @see https://www.w3.org/TR/CSP3/
 */
export function makePolicy({ scripts, hasMath }: PolicyNeeds): string {
  return writePolicy(scripts.map(hashScript), hasMath);
}

/**
 * The policy as a header for all pages: as wide as the widest page's, for a browser obeys the header
 * and the page's own, and with what only a header can say.
 * @param scripts texts of the inline scripts of all pages, to the letter
 */
export function makeHeaderPolicy(scripts: readonly string[]): string {
  return `${makePolicy({ scripts, hasMath: true })}; frame-ancestors 'none'`;
}

/** What allows an inline script, as it stands in a policy: `'sha256-…'`. */
export function hashScript(text: string): string {
  const hash =
    knownHashes.get(text) ?? `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  knownHashes.set(text, hash);
  return hash;
}

/** Hashes by text: all pages have the same few scripts. */
const knownHashes = new Map<string, string>();

function writePolicy(hashes: readonly string[], hasStyleAttributes: boolean): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'wasm-unsafe-eval' ${hashes.join(' ')}`,
    "style-src 'self'",
    `style-src-attr ${hasStyleAttributes ? "'unsafe-inline'" : "'none'"}`,
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ');
}

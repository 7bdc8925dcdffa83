import { createHash } from 'node:crypto';

/** What a page needs beyond files of the site itself. */
interface PolicyNeeds {
  /** The exact texts of the inline scripts that may run. */
  scripts: readonly string[];
  /** Whether the page has formulas, which KaTeX lays out with style attributes. */
  hasMath: boolean;
}

/**
 * Returns the Content-Security-Policy of a page, for a `<meta>`: files of the site, the given inline scripts and
 * WebAssembly, which Pagefind needs, and nothing else.
 * @see https://www.w3.org/TR/CSP3/
 */
export function makePolicy({ scripts, hasMath }: PolicyNeeds): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'wasm-unsafe-eval' ${scripts.map(hashScript).join(' ')}`,
    "style-src 'self'",
    `style-src-attr ${hasMath ? "'unsafe-inline'" : "'none'"}`,
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

/**
 * Returns the policy for the header of all pages. A browser applies the header and the page's own policy, so this one
 * allows what any page needs; `frame-ancestors` works in a header only.
 * @param scripts exact texts of the inline scripts of all pages
 */
export function makeHeaderPolicy(scripts: readonly string[]): string {
  return `${makePolicy({ scripts, hasMath: true })}; frame-ancestors 'none'`;
}

/** A cache by text, because all pages have the same few scripts. */
const knownHashes = new Map<string, string>();

/** Returns the source expression that allows an inline script: `'sha256-…'`. */
export function hashScript(text: string): string {
  const hash =
    knownHashes.get(text) ?? `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  knownHashes.set(text, hash);
  return hash;
}

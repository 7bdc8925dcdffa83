import { type Edition, fileOf, toRelative } from './relative-address.ts';

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

import { packFolder } from './manifest.ts';

/**
 * What hosts, crawlers, feed readers and other programs read, and readers do not open: it would double the
 * packs. Citations of days and months stay; the reading list is cited from those of days.
 */
const isForOthers =
  /^(sw\.js|_headers|_redirects|CNAME|\.nojekyll|robots\.txt|sitemap[^/]*\.xml|social\.png|llms\.txt|(feeds|api)\/.*|papers\.[a-z.]+|papers\/[^/]+\.md)$/;

/** Whether a file of the site goes into packs: what readers open, and what pages need. */
export function isPacked(path: string): boolean {
  if (path.startsWith(packFolder)) return path.endsWith('.html');
  return !isForOthers.test(path);
}

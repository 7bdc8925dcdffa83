import { packFolder } from './manifest.ts';

/** Data for programs, and later related papers, which each day changes many files of. Citations of days are packed because the reading list is cited from them. */
const data =
  /^(api\/|feeds\/|related\/|volumes\/|llms\.txt$|papers\/[^/]+\.md$|(papers|months\/[^/]+)\.(bib|ris|csl\.json)$)/;

/** Files for hosts, crawlers and other sites. */
const forOthers =
  /^(sw\.js|_headers|_redirects|CNAME|\.nojekyll|robots\.txt|social\.png|sitemap[^/]*\.xml)$/;

/** Whether a file of the site is available offline: what readers open, but not what hosts or programs read. */
export function isPacked(path: string): boolean {
  if (path.startsWith(packFolder)) return path.endsWith('.html');
  return !data.test(path) && !forOthers.test(path);
}

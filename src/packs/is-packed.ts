import { packFolder } from './manifest.ts';

/**
 * The data for programs, which readers do not open: it would double the packs. Citations of days stay, for
 * the reading list is cited from them.
 */
const data =
  /^(api\/|feeds\/|llms\.txt$|papers\/[^/]+\.md$|(papers|months\/[^/]+)\.(bib|ris|csl\.json)$)/;

/** What hosts, crawlers and other sites read. */
const forOthers =
  /^(sw\.js|_headers|_redirects|CNAME|\.nojekyll|robots\.txt|social\.png|sitemap[^/]*\.xml)$/;

/** Whether a file of the site goes into packs: not what hosts or programs read, nor what the packs are made of. */
export function isPacked(path: string): boolean {
  if (path.startsWith(packFolder)) return path.endsWith('.html');
  return !data.test(path) && !forOthers.test(path);
}

import { packFolder } from './manifest.ts';

/** Whether a file of the site goes into packs: not what hosts read, nor what the packs are made of. */
export function isPacked(path: string): boolean {
  if (path.startsWith(packFolder)) return path.endsWith('.html');
  return !/^(sw\.js|_headers|_redirects|CNAME|\.nojekyll|robots\.txt|sitemap.*\.xml)$/.test(path);
}

import { arxivUrl } from '../../urls.ts';

/**
 * What an address asks for in place of an arXiv id, without slashes around it: `/arxiv/2503.03601v2/` and
 * `/arxiv/?id=2503.03601v2` ask for `2503.03601v2`. Empty if the address is another or names nothing.
 */
export function readAskedId({ pathname, search }: Pick<Location, 'pathname' | 'search'>): string {
  const folder = arxivUrl();
  if (!pathname.startsWith(folder)) return '';
  const asked =
    decodePath(pathname.slice(folder.length)) || (new URLSearchParams(search).get('id') ?? '');
  return asked.trim().replace(/^\/+|\/+$/g, '');
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/**
 * On hosts that do not read `_redirects`, `/arxiv/2503.03601/` is answered with the error page, which leads on to the
 * page that looks ids up.
 */
export function redirectArxivPath(location: Location): void {
  const asked = readAskedId(location);
  // A page that is itself missing must not be requested again and again.
  if (asked !== '' && location.pathname !== arxivUrl()) location.replace(arxivUrl(asked));
}

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { SiteFile, SitePapers } from '../packs/plan-packs.ts';

/** A file as a worker answers with it: Pagefind's own are compressed, and compressing twice helps nobody. */
export async function readContent(site: string, path: string): Promise<Uint8Array> {
  const content = await readFile(join(site, path));
  // Pagefind takes its files as well when they are unpacked already.
  return path.startsWith('pagefind/') && content[0] === 0x1f && content[1] === 0x8b
    ? gunzipSync(content)
    : content;
}

/** The first day of each paper, from the pages of the days, and whose each fragment is. */
export async function readSitePapers(
  site: string,
  files: readonly SiteFile[],
): Promise<SitePapers> {
  const firstDays = new Map<string, string>();
  const fragments = new Map<string, string>();
  for (const { path } of [...files].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    const day = /^days\/([^/]+)\/index\.html$/.exec(path)?.[1];
    if (day) {
      const html = await readFile(join(site, path), 'utf8');
      for (const [, slug = ''] of html.matchAll(/ data-slug="([^"]+)"/g)) {
        if (!firstDays.has(slug)) firstDays.set(slug, day);
      }
    }
    if (path.endsWith('.pf_fragment')) {
      const text = Buffer.from(await readContent(site, path)).toString('utf8');
      const slug = /"url":"\/papers\/([^"/]+)\/"/.exec(text)?.[1];
      if (slug) fragments.set(path, slug);
    }
  }
  return { firstDays, fragments };
}

import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** The kinds of pages that are judged. */
export type PageKind = 'home' | 'day' | 'paper' | 'search';

/**
 * A page of each kind of a built site, as paths relative to it: of days and papers the heaviest.
 * @throws {Error} where the site has no days or papers
 */
export async function pickPages(folder: string): Promise<Record<PageKind, string>> {
  return {
    home: '',
    day: await findHeaviest(folder, 'days'),
    paper: await findHeaviest(folder, 'papers'),
    search: 'search/?q=diffusion',
  };
}

async function findHeaviest(folder: string, kind: string): Promise<string> {
  let heaviest = { path: '', sizeBytes: 0 };
  const entries = await readdir(join(folder, kind), { withFileTypes: true });
  // Beside the pages stand their files of citations, and Markdown.
  const pages = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  for (const name of pages.sort()) {
    const { size } = await stat(join(folder, kind, name, 'index.html'));
    if (size > heaviest.sizeBytes) heaviest = { path: `${kind}/${name}/`, sizeBytes: size };
  }
  if (!heaviest.path) throw new Error(`${folder} has no page in ${kind}/.`);
  return heaviest.path;
}

import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { readIndexedPapers } from '../../src/integrations/indexed-papers.ts';
import { bundleScript } from './bundle-script.ts';
import { toClassicScript } from './classic-script.ts';
import { makeIndexFiles } from './index-files.ts';
import { makePortable } from './portable-page.ts';
import { makeStylesPortable } from './portable-styles.ts';
import { type Edition, isOfWebOnly } from './relative-address.ts';
import { withoutAddresses } from './without-addresses.ts';

/** Where the script of all pages stands in the folder: a folder with it is a portable edition. */
export const scriptFile = 'dayleaf.js';

/** What scripts read besides the index: the citations of days, for those of the reading list. */
const isReadByScripts = /^days\/[^/]*\.(?:bib|ris|json)$/;

/**
 * Writes the portable edition of a built site: its pages, the files that they need or lead to, one
 * script, and the index of the search as scripts.
 * @param site folder of the built site
 * @param target folder to write to; it is made
 * @throws {Error} where a page leads to a file that the site does not have
 */
export async function writePortable(
  site: string,
  target: string,
  edition: Edition,
): Promise<{ pages: number; sizeBytes: number }> {
  let sizeBytes = 0;
  const write = async (path: string, content: string | Uint8Array): Promise<void> => {
    await mkdir(dirname(join(target, path)), { recursive: true });
    await writeFile(join(target, path), content);
    sizeBytes += Buffer.byteLength(content);
  };
  const all = await listFiles(site);
  const pages = all.filter((path) => path.endsWith('.html') && !isOfWebOnly(path));
  const needed = new Set<string>();
  for (const path of pages) {
    const html = await readFile(join(site, path), 'utf8');
    const page = await makePortable(html, path, scriptFile, edition);
    for (const file of page.files) needed.add(file);
    await write(path, page.html);
  }
  for (const path of pages) needed.delete(path);
  // A set that grows while it is gone through: style sheets need fonts.
  for (const path of needed) {
    const bytes = await readFile(join(site, path));
    const content = /\.(?:bib|ris|csl\.json)$/.test(path)
      ? Buffer.from(withoutAddresses(bytes.toString('utf8'), edition))
      : bytes;
    if (isReadByScripts.test(path))
      await write(`${path}.js`, toClassicScript(path, content.toString('utf8')));
    if (!path.endsWith('.css')) {
      await write(path, content);
      continue;
    }
    const styles = makeStylesPortable(content.toString('utf8'), path, edition);
    for (const file of styles.files) needed.add(file);
    await write(path, styles.css);
  }

  const katexStyles = all.find((path) => /^_astro\/katex\.[^/]*\.css$/.test(path));
  if (katexStyles === undefined) throw new Error(`${site} has no style sheet of KaTeX.`);
  if (!needed.has(katexStyles)) await write(katexStyles, await readFile(join(site, katexStyles)));
  await write(scriptFile, await bundleScript(edition, katexStyles));
  for (const [path, text] of await readIndex(site, all))
    await write(`${path}.js`, toClassicScript(path, text));
  return { pages: pages.length, sizeBytes };
}

/** Every text of the search's index, by its path in the site. */
async function readIndex(site: string, all: readonly string[]): Promise<Map<string, string>> {
  const fragments = all.filter((path) => path.startsWith('pagefind/fragment/'));
  const papers = readIndexedPapers(
    await Promise.all(
      fragments.map(async (path) => ({
        path: path.slice('pagefind/'.length),
        content: await readFile(join(site, path)),
      })),
    ),
  );
  const texts = new Map<string, string>();
  for (const path of all.filter((path) => /^search\/.*\.(?:txt|json)$/.test(path)))
    texts.set(path, await readFile(join(site, path), 'utf8'));
  for (const [path, text] of makeIndexFiles(papers)) texts.set(`search/${path}`, text);
  return texts;
}

/** The files of a folder by their paths in it, with slashes, in order. */
async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .map((path) => path.split(sep).join('/'))
    .sort();
}

import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { scriptOf } from '../../src/portable/script-of.ts';
import { bundleScript } from './bundle-script.ts';
import { toClassicScript } from './classic-script.ts';
import {
  type Edition,
  fileOf,
  isOfWebOnly,
  makeStylesPortable,
  withoutAddresses,
} from './portable-addresses.ts';
import { makePortable } from './portable-page.ts';

/** The script of all pages; a folder that contains it is a portable edition. */
export const scriptFile = 'dayleaf.js';

const isCitation = /\.(?:bib|ris|csl\.json)$/;

/** Folders of files that scripts read; of Pagefind's scripts, one is part of the script of all pages. */
const readFolders = ['pagefind', 'related', 'search'];
/** Whether a script contains the file. */
const isRead = (path: string): boolean =>
  readFolders.some((folder) => path.startsWith(`${folder}/`)) && isOfIndex(path);
const isOfIndex = (path: string): boolean => !/\.html$|^pagefind\/[^/]*\.js$/.test(path);

/** Writes a portable edition: pages while the site is built, then files of the finished site. */
export class PortableFolder {
  readonly #folder: string;
  readonly #edition: Edition;
  /** Files that pages load or link to, including pages. */
  readonly #needed = new Set<string>();
  /** Sizes of the files that were written, in bytes. */
  readonly #sizes = new Map<string, number>();

  constructor(folder: string, edition: Edition) {
    this.#folder = folder;
    this.#edition = edition;
  }

  /** Number of pages. */
  get pages(): number {
    return [...this.#sizes.keys()].filter((path) => path.endsWith('.html')).length;
  }

  /** Total size of the files. */
  get sizeBytes(): number {
    return this.#sizes.values().reduce((sum, size) => sum + size, 0);
  }

  /**
   * Writes a page of the site, unless it is useful on a server only; a second one at an address replaces the first.
   * @param address in the site: `/archive/papers/x/`
   */
  async addPage(html: string, address: string): Promise<void> {
    const path = fileOf(address, this.#edition);
    if (path === undefined || isOfWebOnly(path)) return;
    const page = await makePortable(html, path, scriptFile, this.#edition);
    for (const file of page.files) this.#needed.add(file);
    await this.#write(path, page.html);
  }

  /**
   * Copies the files that the pages need, and writes their script and those that contain the search index.
   * @param site folder of the finished site
   * @throws {Error} if a page links to a file that the site does not have
   */
  async addFiles(site: string): Promise<void> {
    const bundled = (await readdir(join(site, '_astro'))).sort();
    const katexStyles = bundled.find((name) => /^katex\..*\.css$/.test(name));
    if (katexStyles === undefined) throw new Error(`${site} has no style sheet of KaTeX.`);
    // Loaded by the script if a search finds titles with formulas.
    this.#needed.add(`_astro/${katexStyles}`);
    // The set grows during the iteration: style sheets load fonts.
    for (const path of this.#needed)
      if (!this.#sizes.has(path) && !isRead(path))
        await this.#copy(path, await readFile(join(site, path)));
    await this.#write(scriptFile, await bundleScript(this.#edition, site, `_astro/${katexStyles}`));
    await this.#addIndex(site);
  }

  async #addIndex(site: string): Promise<void> {
    const entries = readFolders.map((name) =>
      readdir(join(site, name), { recursive: true, withFileTypes: true }),
    );
    const paths = (await Promise.all(entries))
      .flat()
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => relative(site, join(parentPath, name)).replaceAll('\\', '/'))
      .filter(isOfIndex)
      .sort();
    for (const [script, files] of Map.groupBy(paths, scriptOf)) {
      const contents = await Promise.all(files.map((path) => readFile(join(site, path))));
      const parts = contents.map((content, i) => toClassicScript(files[i], content));
      await this.#write(script, parts.join(''));
    }
  }

  async #copy(path: string, content: Buffer): Promise<void> {
    if (path.endsWith('.css')) {
      const styles = makeStylesPortable(content.toString(), path, this.#edition);
      for (const file of styles.files) this.#needed.add(file);
      await this.#write(path, styles.css);
    } else if (isCitation.test(path)) {
      const text = withoutAddresses(content.toString(), this.#edition);
      await this.#write(path, text);
      // The citations of the reading list are made of them.
      if (path.startsWith('days/'))
        await this.#write(scriptOf(path), toClassicScript(path, Buffer.from(text)));
    } else await this.#write(path, content);
  }

  async #write(path: string, content: string | Uint8Array): Promise<void> {
    const file = join(this.#folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
    this.#sizes.set(path, Buffer.byteLength(content));
  }
}

import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { bundleScript } from './bundle-script.ts';
import { toClassicScript } from './classic-script.ts';
import { makePortable } from './portable-page.ts';
import { makeStylesPortable } from './portable-styles.ts';
import { type Edition, fileOf, isOfWebOnly } from './relative-address.ts';
import { withoutAddresses } from './without-addresses.ts';

/** Where the script of all pages stands in the folder: a folder with it is a portable edition. */
export const scriptFile = 'dayleaf.js';

const isCitation = /\.(?:bib|ris|csl\.json)$/;

/**
 * The folder of a portable edition: its pages come while the site is built, the files that they need or lead
 * to from the site that is finished, and then what scripts read.
 */
export class PortableFolder {
  readonly #folder: string;
  readonly #edition: Edition;
  /** What pages need or lead to, pages too. */
  readonly #needed = new Set<string>();
  /** Sizes of what is written, in bytes. */
  readonly #sizes = new Map<string, number>();

  /** @param folder to write into; it is made */
  constructor(folder: string, edition: Edition) {
    this.#folder = folder;
    this.#edition = edition;
  }

  /** How many pages it has. */
  get pages(): number {
    return [...this.#sizes.keys()].filter((path) => path.endsWith('.html')).length;
  }

  /** Size of all that is in it. */
  get sizeBytes(): number {
    return this.#sizes.values().reduce((sum, size) => sum + size, 0);
  }

  /**
   * Writes a page of the site, unless it is for the web only; one that comes again takes the place of the first.
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
   * Copies what the pages need from the site, and makes their script.
   * @param site folder of the finished site
   * @throws {Error} where a page leads to a file that the site does not have
   */
  async addFiles(site: string): Promise<void> {
    const bundled = (await readdir(join(site, '_astro'))).sort();
    const katexStyles = bundled.find((name) => /^katex\..*\.css$/.test(name));
    if (katexStyles === undefined) throw new Error(`${site} has no style sheet of KaTeX.`);
    // The script loads it where a title that was found has formulas.
    this.#needed.add(`_astro/${katexStyles}`);
    // A set that grows while it is gone through: style sheets need fonts.
    for (const path of this.#needed)
      if (!this.#sizes.has(path)) await this.#copy(path, await readFile(join(site, path)));
    await this.#write(scriptFile, await bundleScript(this.#edition, `_astro/${katexStyles}`));
  }

  /** Writes a text that the script reads. @param path where it would be: `search/words.txt` */
  async addText(path: string, text: string): Promise<void> {
    await this.#write(`${path}.js`, toClassicScript(path, text));
  }

  async #copy(path: string, content: Buffer): Promise<void> {
    if (path.endsWith('.css')) {
      const styles = makeStylesPortable(content.toString(), path, this.#edition);
      for (const file of styles.files) this.#needed.add(file);
      await this.#write(path, styles.css);
    } else if (isCitation.test(path)) {
      const text = withoutAddresses(content.toString(), this.#edition);
      await this.#write(path, text);
      // Those of the reading list are made of them.
      if (path.startsWith('days/')) await this.addText(path, text);
    } else await this.#write(path, content);
  }

  async #write(path: string, content: string | Uint8Array): Promise<void> {
    const file = join(this.#folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
    this.#sizes.set(path, Buffer.byteLength(content));
  }
}

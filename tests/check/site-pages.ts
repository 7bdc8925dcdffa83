import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';

/** One page of a built site. */
export interface Page {
  /** Path of the file in the site, with slashes: `papers/x/index.html`. */
  file: string;
  /** Path that the page is served under, with the base: `/archive/papers/x/`. */
  path: string;
  html: string;
  tree: Root;
  /** Every `id` on the page. */
  ids: ReadonlySet<string>;
}

/** A built site, as the checks see it. */
export interface BuiltSite {
  folder: string;
  /** Path it is served under: `/` or `/archive/`. */
  base: string;
  /** Origin and base that absolute addresses are written for. */
  siteUrl: URL;
  pages: Page[];
  /** Every file of the site, pages too. */
  files: ReadonlySet<string>;
}

/** What a check found at fault: the file and a sentence. */
export interface Finding {
  file: string;
  message: string;
}

/** A check over a built site; a new one is an entry in the list of `check-site.ts`. */
export interface SiteCheck {
  /** What holds when nothing is found. */
  name: string;
  find(site: BuiltSite): Finding[] | Promise<Finding[]>;
}

/** Reads a built site. */
export async function readSite(folder: string, siteUrl: URL): Promise<BuiltSite> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .split(sep)
        .join('/'),
    )
    .sort();
  const base = siteUrl.pathname;
  const pages = await Promise.all(
    files
      .filter((file) => file.endsWith('.html'))
      .map(async (file): Promise<Page> => {
        const html = await readFile(join(folder, file), 'utf8');
        const tree = parse(html);
        const ids = new Set<string>();
        visit(tree, 'element', ({ properties }) => {
          if (typeof properties.id === 'string') ids.add(properties.id);
        });
        return { file, path: base + file.replace(/(^|\/)index\.html$/, '$1'), html, tree, ids };
      }),
  );
  return { folder, base, siteUrl, pages, files: new Set(files) };
}

/**
 * A page as a tree without positions, made anew of its JSON: the parser's strings are chains of single
 * characters, six times as large, and ten thousand pages would not fit into memory.
 */
function parse(html: string): Root {
  const json = JSON.stringify(fromHtml(html), (key, value) =>
    key === 'position' ? undefined : value,
  );
  return JSON.parse(json);
}

/** The elements of a page that a test chooses, in order. */
export function findElements(root: Root | Element, test: (element: Element) => boolean): Element[] {
  const found: Element[] = [];
  visit(root, 'element', (element) => {
    if (test(element)) found.push(element);
  });
  return found;
}

/** Whether an element has a class. */
export function hasClass({ properties }: Element, name: string): boolean {
  return Array.isArray(properties.className) && properties.className.includes(name);
}

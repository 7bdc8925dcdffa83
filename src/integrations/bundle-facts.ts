import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';

/** The part that is used of a file that Vite has bundled. */
interface Chunk {
  fileName: string;
  imports: readonly string[];
  modules: Readonly<Record<string, { code: string | null }>>;
}

/** Properties of the bundled code of a site, known after bundling. */
export interface BundleFacts {
  plugin: Plugin;
  /**
   * A digest of the project's code that renders pages, and of the names of the scripts and styles in pages: if it
   * changes, every page is rendered again. It does not depend on the data of the collections.
   */
  digestCode(): string;
  /**
   * Adds to the head of a page the modules that its scripts import, so that they are fetched together with the scripts.
   * @param base path of the site: `/archive/`
   * @throws {Error} when the page has no `</head>`
   */
  addPreloads(html: string, base: string): string;
}

/** Observes Vite while it bundles the code of the pages and that of the browser. */
export function watchBundle(): BundleFacts {
  const codes = new Map<string, string>();
  const assets = new Set<string>();
  const chunks = new Map<string, Chunk>();
  /** The files that the scripts of a page import, directly or not, without the scripts: `_astro/x.js`. */
  const listImports = (html: string): string[] => {
    const scripts = [...chunks.keys()].filter((name) => html.includes(name));
    const names = new Set(scripts);
    for (const name of names)
      for (const imported of chunks.get(name)?.imports ?? []) names.add(imported);
    for (const name of scripts) names.delete(name);
    return [...names].sort();
  };
  return {
    plugin: {
      name: 'dayleaf-bundle-facts',
      generateBundle(_options, bundle) {
        const isClient = this.environment.name === 'client';
        for (const output of Object.values(bundle)) {
          if (isClient || output.type === 'asset') assets.add(output.fileName);
          if (output.type === 'asset') continue;
          if (isClient) chunks.set(output.fileName, output as Chunk);
          else
            for (const [id, { code }] of Object.entries((output as Chunk).modules))
              if (!isData(id) && !isOfPackage(id)) codes.set(id, code ?? '');
        }
      },
    },
    digestCode() {
      const hash = createHash('sha256');
      // Without the ids of modules, which begin with the path of the checkout.
      for (const code of [...codes.values()].sort()) hash.update(code).update('\0');
      for (const name of [...assets].filter((name) => !/^(chunks|pages)\//.test(name)).sort())
        hash.update(name).update('\0');
      return hash.digest('hex').slice(0, 32);
    },
    addPreloads(html, base) {
      const end = html.indexOf('</head>');
      if (end < 0) throw new Error('The page has no </head> to add its modules to.');
      const toLink = (file: string): string => `<link rel="modulepreload" href="${base}${file}">`;
      return html.slice(0, end) + listImports(html).map(toLink).join('') + html.slice(end);
    },
  };
}

/**
 * Packages are identified by their versions in the lock file. Their code is not hashed: Astro copies environment
 * variables into it, such as the shell's `_`, which differs with the command that starts a build.
 */
const isOfPackage = (id: string): boolean => id.includes('/node_modules/');

/**
 * Modules that Astro has made from the collections, and the list of routes with the names of their files. The ids of
 * other modules are paths, which may contain any word.
 */
const isData = (id: string): boolean => /^\0.*(data-layer|manifest)|\/\.astro\/[^/]*$/.test(id);

import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';

/** A file that Vite has made of modules, as far as it is looked at. */
interface Chunk {
  fileName: string;
  imports: readonly string[];
  modules: Readonly<Record<string, { code: string | null }>>;
}

/** What is known of the code of a site once it is bundled. */
export interface BundleFacts {
  plugin: Plugin;
  /**
   * A digest of the project's code that renders pages, and of the names of the scripts and styles that pages name:
   * with another one, every page is rendered anew. The data of the collections is no part of it.
   */
  digestCode(): string;
  /** The files that the scripts of a page import, and theirs, without the scripts themselves: `_astro/x.js`. */
  listImports(html: string): string[];
}

/** Looks on while Vite bundles the code of the pages and that of the browser. */
export function watchBundle(): BundleFacts {
  const codes = new Map<string, string>();
  const assets = new Set<string>();
  const chunks = new Map<string, Chunk>();
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
      // Paths of modules begin with that of the checkout, which says nothing.
      for (const code of [...codes.values()].sort()) hash.update(code).update('\0');
      for (const name of [...assets].filter((name) => !/^(chunks|pages)\//.test(name)).sort())
        hash.update(name).update('\0');
      return hash.digest('hex').slice(0, 32);
    },
    listImports(html) {
      const scripts = [...chunks.keys()].filter((name) => html.includes(name));
      const names = new Set(scripts);
      for (const name of names)
        for (const imported of chunks.get(name)?.imports ?? []) names.add(imported);
      for (const name of scripts) names.delete(name);
      return [...names].sort();
    },
  };
}

/**
 * Packages are identified by their versions in the lock file. Their code is not hashed: Astro copies environment
 * variables into it, such as the shell's `_`, which differs with the command that starts a build.
 */
const isOfPackage = (id: string): boolean => id.includes('/node_modules/');

/**
 * What Astro has written of the collections into modules, and the list of routes with the names of their files.
 * Ids of other modules are paths, which may hold any word.
 */
const isData = (id: string): boolean => /^\0.*(data-layer|manifest)|\/\.astro\/[^/]*$/.test(id);

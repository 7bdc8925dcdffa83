import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';
import type { Edition } from './portable-addresses.ts';

const file = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/**
 * Bundles the script of all pages: one classic script, because browsers do not load modules from disk.
 * @param edition its base is part of the keys of reading lists
 * @param site folder of the finished site
 * @param katexStyles path of KaTeX's style sheet in the site
 */
export async function bundleScript(
  edition: Edition,
  site: string,
  katexStyles: string,
): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    mode: 'production',
    plugins: [addModules(makeModules(edition, katexStyles))],
    // Pagefind looks for its folder beside its module, unless it knows the folder.
    define: { 'import.meta.url': 'undefined' },
    resolve: {
      alias: [
        { find: /^.*\/load-engine\.ts$/, replacement: file('src/portable/load-engine.ts') },
        { find: 'dayleaf:pagefind', replacement: join(site, 'pagefind', 'pagefind.js') },
      ],
    },
    build: {
      write: false,
      // As a library, so that no code for dynamic imports is added.
      lib: { entry: file('src/portable/start.ts'), formats: ['iife'], name: 'dayleaf' },
      rolldownOptions: { output: { codeSplitting: false } },
    },
  });
  const outputs = [result].flat().flatMap((made) => ('output' in made ? made.output : []));
  const [script, ...others] = outputs;
  if (script?.type !== 'chunk' || others.length > 0)
    throw new Error('The script of the portable edition is not one file.');
  return script.code;
}

/** Substitutes for modules that Astro and Vite generate in a build of the site. */
function makeModules({ siteUrl }: Edition, katexStyles: string): Map<string, string> {
  const config = { base: siteUrl.pathname, site: siteUrl.origin };
  const urls = JSON.stringify(file('src/urls.ts'));
  return new Map([
    ['astro:config/client', `export const { base, site } = ${JSON.stringify(config)};`],
    [
      'katex/dist/katex.min.css?url',
      `import { withBase } from ${urls}; export default withBase(${JSON.stringify(katexStyles)});`,
    ],
  ]);
}

/** @param made source of modules, by their specifiers */
function addModules(made: ReadonlyMap<string, string>): Plugin {
  const mark = '\0portable:';
  return {
    name: 'dayleaf-portable',
    enforce: 'pre',
    resolveId: (source) => (made.has(source) ? mark + source : undefined),
    load: (id) => (id.startsWith(mark) ? made.get(id.slice(mark.length)) : undefined),
  };
}

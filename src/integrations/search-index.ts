import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { close, createIndex } from 'pagefind';

/** Pagefind's own user interfaces: Dayleaf has one, and these are not the same in every build. */
const isUnused = /^pagefind-(ui|modular-ui|component-ui|highlight)\./;

/**
 * Indexes the paper pages with Pagefind once they are written, into `pagefind/` of the site. What is
 * indexed is marked in the pages themselves (`data-pagefind-body`).
 */
export function searchIndex(): AstroIntegration {
  return {
    name: 'dayleaf-search-index',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const site = fileURLToPath(dir);
        const { index } = await createIndex({
          // A formula stands three times in KaTeX's output: its TeX alone is indexed.
          excludeSelectors: ['.katex-html', '.katex-mathml mrow'],
        });
        if (!index) throw new Error('Pagefind did not start: its binary may not be installed.');
        const { errors, page_count: pages } = await index.addDirectory({
          path: site,
          glob: 'papers/*/index.html',
        });
        if (errors.length > 0)
          throw new Error(`Pagefind could not index the site: ${errors.join('; ')}`);
        const { files, errors: failures } = await index.getFiles();
        if (failures.length > 0) throw new Error(`Pagefind gave no index: ${failures.join('; ')}`);
        for (const { path, content } of files.filter((file) => !isUnused.test(file.path))) {
          const target = join(site, 'pagefind', path);
          await mkdir(dirname(target), { recursive: true });
          await writeFile(target, content);
        }
        await close();
        logger.info(`${pages} papers indexed`);
      },
    },
  };
}

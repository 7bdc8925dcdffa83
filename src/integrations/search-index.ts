import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { close, createIndex } from 'pagefind';
import { addModulePreloads } from './module-preloads.ts';
import { makeOwnIndex } from './own-index.ts';
import { findTypesetTitle, makeSearchable } from './searchable-page.ts';

/** Pagefind's own user interfaces: Dayleaf has one, and these are not the same in every build. */
const isUnused = /^pagefind-(ui|modular-ui|component-ui|highlight)\./;

/**
 * Indexes the paper pages once they are written: with Pagefind into `pagefind/` of the site, and what
 * Pagefind has read of them once more into `search/`, for what stands in front of it; the search page
 * gets its modules named. What is indexed is marked in the pages themselves (`data-pagefind-body`).
 */
export function searchIndex(): AstroIntegration {
  return {
    name: 'dayleaf-search-index',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const site = fileURLToPath(dir);
        const { index } = await createIndex({});
        if (!index) throw new Error('Pagefind did not start: its binary may not be installed.');
        const entries = await readdir(join(site, 'papers'), { withFileTypes: true }).catch(
          () => [],
        );
        // Beside the pages lie files for programs.
        const slugs = entries.flatMap((entry) => (entry.isDirectory() ? entry.name : [])).sort();
        const typeset: Record<string, string> = {};
        const moved: Record<string, string> = {};
        for (const slug of slugs) {
          const html = await readFile(join(site, 'papers', slug, 'index.html'), 'utf8');
          // Only papers that are there: what redirects or tells of a removed one has no such part.
          if (!html.includes('data-pagefind-body')) {
            const [, target] =
              /"refresh" content="0; ?url=[^"]*\/papers\/([^"/]+)\/"/.exec(html) ?? [];
            if (target) moved[slug] = target;
            continue;
          }
          const title = findTypesetTitle(html);
          if (title !== undefined) typeset[slug] = title;
          const { errors } = await index.addHTMLFile({
            url: `/papers/${slug}/`,
            content: makeSearchable(html),
          });
          if (errors.length > 0)
            throw new Error(`Pagefind could not index papers/${slug}: ${errors.join('; ')}`);
        }
        const { files, errors: failures } = await index.getFiles();
        if (failures.length > 0) throw new Error(`Pagefind gave no index: ${failures.join('; ')}`);
        const kept = files.filter((file) => !isUnused.test(file.path));
        for (const { path, content } of kept) await write(join(site, 'pagefind', path), content);
        for (const { path, content } of makeOwnIndex(kept, typeset, moved))
          await write(join(site, 'search', path), content);
        const page = join(site, 'search', 'index.html');
        const html = await readFile(page, 'utf8');
        const scripts = join(site, '_astro');
        await writeFile(
          page,
          await addModulePreloads(html, (address) =>
            readFile(join(scripts, basename(address)), 'utf8'),
          ),
        );
        await close();
        logger.info(`${slugs.length} papers indexed`);
      },
    },
  };
}

async function write(path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
}

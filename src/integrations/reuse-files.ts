import type { AstroIntegration, AstroPrerenderer } from 'astro';
import { digest } from '../records/digest.ts';
import type { BundleFacts } from './bundle-facts.ts';
import type { SiteFiles } from './site-files.ts';

/** What rendering needs and tells. */
export interface ReuseOptions {
  files: SiteFiles;
  facts: BundleFacts;
  /** What pages depend on besides their code and their keys: the address of the site, versions. */
  settings: unknown;
  /** Resolves once everything is there that pages are made of. */
  ready(): Promise<void>;
  /** What is done with a page before it is written, if anything. @param path its address: `/archive/papers/x/` */
  finish(path: string): ((html: string) => string) | undefined;
  /** Gets every page as it is written, with its address: all of them are rendered then. */
  onPage?(html: string, path: string): Promise<void>;
  onPlanned?(pages: number): void;
  onRendered?(): void;
}

type StaticPath = Awaited<ReturnType<AstroPrerenderer['getStaticPaths']>>[number];

/**
 * Has Astro render only pages and endpoints that have changed: those whose `cacheKey`, which `keyPaths` makes,
 * is that of the last build are taken over from it; what has no key is rendered in each build.
 * @see https://docs.astro.build/en/reference/integrations-reference/ (`setPrerenderer`)
 */
export function reuseFiles(options: ReuseOptions): AstroIntegration {
  const { files, facts, settings, ready, finish, onPage, onPlanned, onRendered } = options;
  return {
    name: 'dayleaf-reuse-files',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        // The folder is empty when a build begins, and others write into it beside Astro.
        updateConfig({
          // While one page is written, others are rendered.
          build: { concurrency: 8 },
          vite: { plugins: [facts.plugin], build: { emptyOutDir: false } },
        });
      },
      'astro:build:start': ({ setPrerenderer, logger }) => {
        // Astro does not wait for pages that are on their way when one fails. So they come to nothing, and the
        // fault is told when all have ended: whoever clears the folder away, or begins again, is alone then.
        let fault: { error: unknown } | undefined;
        let isOver = false;
        setPrerenderer((astro) => ({
          ...astro,
          async teardown() {
            isOver = true;
            await astro.teardown?.();
            if (fault) throw fault.error;
          },
          async getStaticPaths() {
            await ready();
            const version = digest(facts.digestCode(), settings);
            const paths = await astro.getStaticPaths();
            const changed = paths.filter((path) => {
              if (path.cacheKey === undefined) return true;
              const key = digest(version, path.cacheKey);
              const file = fileOf(path);
              const isWanted = onPage !== undefined && path.route.type === 'page';
              if (!isWanted && files.reuse(file, key)) return false;
              files.note(file, key);
              return true;
            });
            onPlanned?.(changed.length);
            return changed;
          },
          async render(request, details) {
            if (fault || isOver) return new Response(null);
            const path = new URL(request.url).pathname;
            try {
              const rendered = await astro.render(request, details);
              onRendered?.();
              const response = rendered instanceof Response ? rendered : rendered.response;
              const change = finish(path);
              if (details.routeData.type !== 'page' || !(change || onPage)) return rendered;
              const text = await response.text();
              const html = change?.(text) ?? text;
              await onPage?.(html, path);
              return new Response(html, { status: response.status, headers: response.headers });
            } catch (error) {
              if (!fault) logger.error(`${path} cannot be rendered: ${error}`);
              fault ??= { error };
              return new Response(null);
            }
          },
        }));
      },
    },
  };
}

/** The file of a path: `/papers/x` → `papers/x/index.html`, `/papers/x.md` → `papers/x.md`. */
function fileOf({ pathname, route }: StaticPath): string {
  const path = pathname.replace(/^\/|\/$/g, '');
  return route.type === 'page' ? `${path}/index.html` : path;
}

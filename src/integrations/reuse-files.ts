import type { AstroIntegration, AstroPrerenderer } from 'astro';
import { answeredText, type TextResponse } from '../export/respond.ts';
import { setRenderingVersion } from '../records/rendering-version.ts';
import { digest } from '../records/text-digest.ts';
import type { BundleFacts } from './bundle-facts.ts';
import type { SiteFiles } from './site-files.ts';
import type { Content } from './site-writer.ts';

/** Input and callbacks of rendering. */
export interface ReuseOptions {
  files: SiteFiles;
  facts: BundleFacts;
  /** Writes a file of the site; resolves when the next one can be written. */
  write(path: string, content: Content): Promise<void>;
  /** What pages depend on besides their code and their keys: address of the site, versions. */
  settings: unknown;
  /** Resolves when all data that pages show is complete. */
  ready(): Promise<void>;
  /** Called with every page before it is written, and its address; with it, all pages are rendered. */
  onPage?(html: string, path: string): Promise<void>;
  /** Whether a file is rendered before others. */
  isFirst(file: string): boolean;
  /** Called when it is known how many pages are rendered. */
  onPlanned?(pages: number): void;
  /** Called after the last of the files that are rendered first was passed to `write`. */
  onFirst?(): void;
  onRendered?(): void;
}

type StaticPath = Awaited<ReturnType<AstroPrerenderer['getStaticPaths']>>[number];

/**
 * Makes Astro render only pages and endpoints that have changed. Those with the same `cacheKey` (see `keyPaths`) as in
 * the last build are reused from it; those without a key are always rendered.
 * @see https://docs.astro.build/en/reference/integrations-reference/ (`setPrerenderer`)
 */
export function reuseFiles(options: ReuseOptions): AstroIntegration {
  const { files, facts, write, settings, ready, isFirst } = options;
  const { onPage, onPlanned, onFirst, onRendered } = options;
  let base = '/';
  let firstLeft = 0;
  return {
    name: 'dayleaf-reuse-files',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        // Other threads write into the folder before Astro does.
        updateConfig({ vite: { plugins: [facts.plugin], build: { emptyOutDir: false } } });
      },
      'astro:config:done': ({ config }) => {
        base = `${config.base}/`.replace(/\/{2,}$/, '/');
      },
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer((astro) => ({
          ...astro,
          async getStaticPaths() {
            await ready();
            const version = digest(facts.digestCode(), settings);
            setRenderingVersion(version);
            const paths = await astro.getStaticPaths();
            const changed = paths.filter(({ cacheKey, pathname, route }) => {
              const file = fileOf(pathname, route.type);
              if (cacheKey === undefined) {
                files.note(file);
                return true;
              }
              const key = digest(version, cacheKey);
              const isWanted = onPage !== undefined && route.type === 'page';
              if (!isWanted && files.reuse(file, key)) return false;
              files.note(file, key);
              return true;
            });
            files.clearLinks();
            const { first = [], other = [] } = Object.groupBy(changed, ({ pathname, route }) =>
              isFirst(fileOf(pathname, route.type)) ? 'first' : 'other',
            );
            firstLeft = first.length;
            onPlanned?.(changed.length);
            if (firstLeft === 0) onFirst?.();
            return [...first, ...other];
          },
          async render(request, { routeData, ...details }) {
            const rendered = await astro.render(request, { routeData, ...details });
            const response = rendered instanceof Response ? rendered : rendered.response;
            const { pathname } = new URL(request.url);
            const { [answeredText]: text } = response as TextResponse;
            let content: Content = text ?? new Uint8Array(await response.arrayBuffer());
            // The scripts of the other pages import little.
            if (pathname === `${base}search/`) content = facts.addPreloads(decode(content), base);
            if (routeData.type === 'page') await onPage?.(decode(content), pathname);
            const file = fileOf(pathname.slice(base.length), routeData.type);
            await write(file, content);
            onRendered?.();
            if (isFirst(file) && --firstLeft === 0) onFirst?.();
            // Rendering uses only microtasks: without a pause, messages of workers would not be handled.
            await new Promise((resolve) => setImmediate(resolve));
            // Astro writes no file for an empty body. Its own writing takes longer than rendering.
            return new Response(null);
          },
        }));
      },
    },
  };
}

const decode = (content: Content): string =>
  content instanceof Uint8Array ? new TextDecoder().decode(content) : [...content].join('');

/** The file of a path: `papers/x` → `papers/x/index.html`, `papers/x.md` → `papers/x.md`. */
function fileOf(pathname: string, type: StaticPath['route']['type']): string {
  const path = pathname.slice(
    Number(pathname.startsWith('/')),
    pathname.endsWith('/') ? -1 : undefined,
  );
  if (type !== 'page') return path;
  // Hosts expect this one at the root.
  if (path === '404') return '404.html';
  return path === '' ? 'index.html' : `${path}/index.html`;
}

import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gunzipSync, gzip } from 'node:zlib';
import type { AstroIntegration } from 'astro';
import { isPacked } from '../packs/is-packed.ts';
import {
  type Manifest,
  manifestFormat,
  manifestPath,
  nameDigest,
  type PackSummary,
  packFolder,
  packPath,
  pointerPath,
} from '../packs/manifest.ts';
import { type PackPart, writePack } from '../packs/pack-format.ts';
import {
  type PlannedPack,
  planPacks,
  type SiteFile,
  type SitePapers,
} from '../packs/plan-packs.ts';
import { splitPage } from '../packs/split-page.ts';
import { bundleServiceWorker } from './service-worker.ts';

/**
 * A worker that ends itself: the dev server has the address that `npm start` has, and without it a browser
 * would go on showing what it keeps of the built site.
 */
const farewell = `addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil(registration.unregister()
  .then(() => clients.matchAll({ type: 'window' }))
  .then((all) => Promise.all(all.map((client) => client.navigate(client.url))))));`;

/**
 * Puts the whole site once more into packs for readers who keep it offline, with the manifest of the
 * build and the service worker that reads them. It must come last: what is changed in the site after it
 * is not in the packs.
 */
export function offlinePacks(): AstroIntegration {
  return {
    name: 'dayleaf-offline-packs',
    hooks: {
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, response, next) => {
          if (!request.url?.replace(/\?.*$/, '').endsWith('/sw.js')) return next();
          response.setHeader('Content-Type', 'text/javascript');
          response.end(farewell);
        });
      },
      'astro:build:done': async ({ dir, logger }) => {
        const site = fileURLToPath(dir);
        const files = await listFiles(site);
        const papers = await readPapers(site, files);
        const core: PackSummary[] = [];
        const rest: PackSummary[] = [];
        await mkdir(join(site, packFolder), { recursive: true });
        for (const plan of planPacks(files, papers)) {
          const pack = await storePack(site, plan);
          if (pack) (plan.isCore ? core : rest).push(pack);
        }
        const digests = await digestFiles(site, files);
        const build = nameDigest(sha256(JSON.stringify([core, rest, digests])));
        const manifest: Manifest = { format: manifestFormat, build, core, rest, digests };
        await store(site, manifestPath(build), JSON.stringify(manifest));
        await store(site, pointerPath, JSON.stringify({ build }));
        await store(site, 'sw.js', await bundleServiceWorker(build));
        const megabytes = [...core, ...rest].reduce((sum, pack) => sum + pack.sizeBytes, 0) / 1e6;
        logger.info(`${core.length + rest.length} packs, ${megabytes.toFixed(1)} MB`);
      },
    },
  };
}

const sha256 = (content: Uint8Array | string): Buffer =>
  createHash('sha256').update(content).digest();

async function store(site: string, path: string, content: string | Uint8Array): Promise<void> {
  const file = join(site, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, content);
}

async function listFiles(site: string): Promise<SiteFile[]> {
  const entries = await readdir(site, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name).slice(join(site, '.').length).split(sep).join('/'),
    )
    .map((path) => path.replace(/^\//, ''))
    .filter(isPacked);
  return Promise.all(
    paths.map(async (path) => ({ path, sizeBytes: (await stat(join(site, path))).size })),
  );
}

/** A file as a worker answers with it: Pagefind's own are compressed, and compressing twice helps nobody. */
async function readContent(site: string, path: string): Promise<Uint8Array> {
  const content = await readFile(join(site, path));
  // Pagefind takes its files as well when they are unpacked already.
  return path.startsWith('pagefind/') && content[0] === 0x1f && content[1] === 0x8b
    ? gunzipSync(content)
    : content;
}

/** The first day of each paper, from the pages of the days, and whose each fragment is. */
async function readPapers(site: string, files: readonly SiteFile[]): Promise<SitePapers> {
  const firstDays = new Map<string, string>();
  const fragments = new Map<string, string>();
  for (const { path } of [...files].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    const day = /^days\/([^/]+)\/index\.html$/.exec(path)?.[1];
    if (day) {
      const html = await readFile(join(site, path), 'utf8');
      for (const [, slug = ''] of html.matchAll(/ data-slug="([^"]+)"/g)) {
        if (!firstDays.has(slug)) firstDays.set(slug, day);
      }
    }
    if (path.endsWith('.pf_fragment')) {
      const text = Buffer.from(await readContent(site, path)).toString('utf8');
      const slug = /"url":"\/papers\/([^"/]+)\/"/.exec(text)?.[1];
      if (slug) fragments.set(path, slug);
    }
  }
  return { firstDays, fragments };
}

/** Writes a pack; none where nothing is in it, as where no paper has related ones. */
async function storePack(
  site: string,
  { files, papers }: PlannedPack,
): Promise<PackSummary | undefined> {
  const parts: PackPart[] = [];
  for (const { path, part } of files) {
    const content = await readContent(site, path);
    const [head, tail] = (part !== 'whole' && splitPage(content)) || [content];
    if (part === 'tail') {
      if (tail) parts.push({ path, content: tail, part: 1, parts: 2 });
    } else parts.push(tail ? { path, content: head, part: 0, parts: 2 } : { path, content });
  }
  if (parts.length === 0) return undefined;
  const bytes = await promisify(gzip)(writePack(parts), { level: 9 });
  // The system that compressed it is named in the tenth byte: the same pack comes from all.
  bytes[9] = 255;
  const name = nameDigest(sha256(bytes));
  await store(site, packPath(name), bytes);
  return { name, sizeBytes: bytes.length, papers };
}

/** Digests of what scripts fetch under names that stay: the index of titles, and the pages of days. */
async function digestFiles(
  site: string,
  files: readonly SiteFile[],
): Promise<Record<string, string>> {
  const digests: Record<string, string> = {};
  for (const { path } of [...files].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    if (!/^(search|days)\//.test(path)) continue;
    digests[path] = nameDigest(sha256(await readFile(join(site, path))));
  }
  return digests;
}

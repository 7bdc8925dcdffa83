import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { AstroIntegration } from 'astro';
import { writeHeads } from '../packs/file-table.ts';
import { isPacked } from '../packs/is-packed.ts';
import {
  type Manifest,
  manifestFormat,
  manifestPath,
  nameDigest,
  type PackSummary,
  packPath,
  pointerPath,
} from '../packs/manifest.ts';
import { type PackHead, type PackPart, readPackHead, writePack } from '../packs/pack-format.ts';
import { type PlannedPack, planPacks, type SiteFile } from '../packs/plan-packs.ts';
import { splitPage } from '../packs/split-page.ts';
import { bundleServiceWorker, farewell } from './service-worker.ts';
import { readContent, readSitePapers } from './site-papers.ts';

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
        const papers = await readSitePapers(site, files);
        const core: PackSummary[] = [];
        const rest: PackSummary[] = [];
        const coreHeads = new Map<string, PackHead>();
        const restHeads = new Map<string, PackHead>();
        for (const plan of planPacks(files, papers)) {
          const parts = await readParts(site, plan);
          // As where no paper has related ones.
          if (parts.length === 0) continue;
          const content = writePack(parts);
          const pack = await storePack(site, content, plan.papers);
          (plan.isCore ? core : rest).push(pack);
          const head = readPackHead(content);
          if (head) (plan.isCore ? coreHeads : restHeads).set(pack.name, head);
        }
        const tables: Manifest['tables'] = {
          core: await storeTable(site, coreHeads),
          whole: await storeTable(site, new Map([...coreHeads, ...restHeads])),
        };
        const digests = await digestFiles(site, files);
        const build = nameDigest(sha256(JSON.stringify([core, rest, tables, digests])));
        const manifest: Manifest = {
          format: manifestFormat,
          build,
          core,
          rest,
          tables,
          digests,
        };
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

/** The files of a planned pack, pages divided as it says. */
async function readParts(site: string, { files }: PlannedPack): Promise<PackPart[]> {
  const parts: PackPart[] = [];
  for (const { path, part } of files) {
    const content = await readContent(site, path);
    const [head, tail] = (part !== 'whole' && splitPage(content)) || [content];
    if (part === 'tail') {
      if (tail) parts.push({ path, content: tail, part: 1, parts: 2 });
    } else parts.push(tail ? { path, content: head, part: 0, parts: 2 } : { path, content });
  }
  return parts;
}

const storeTable = (site: string, heads: ReadonlyMap<string, PackHead>): Promise<PackSummary> =>
  storePack(site, Buffer.from(writeHeads(heads)), 0);

async function storePack(site: string, content: Uint8Array, papers: number): Promise<PackSummary> {
  const bytes = await promisify(gzip)(content, { level: 9 });
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
    if (!/^(search\/|days\/[^/]+\/index\.html$)/.test(path)) continue;
    digests[path] = nameDigest(sha256(await readFile(join(site, path))));
  }
  return digests;
}

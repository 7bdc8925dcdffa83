import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzipSync, gzip } from 'node:zlib';
import {
  type Manifest,
  manifestFormat,
  manifestPath,
  nameDigest,
  type PackSummary,
  packPath,
  pointerPath,
} from '../packs/manifest.ts';
import {
  type PackHead,
  packedPath,
  readPackHead,
  writeHeads,
  writePack,
} from '../packs/pack-format.ts';
import {
  type PlannedPack,
  planPacks,
  type SiteFile,
  type SitePapers,
} from '../packs/plan-packs.ts';
import type { RecordStore } from '../records/record-store.ts';
import { digest } from '../records/text-digest.ts';
import { bundleServiceWorker } from './bundle-service-worker.ts';
import type { SiteFiles } from './site-files.ts';

/** A pack in the record store. */
interface KeptPack {
  summary: PackSummary;
  head: PackHead;
}

/** Two at a time: one is compressed while the files of the other are read. */
const atATime = 2;
/** Level 9 takes twice as long and saves one per cent. */
const compressionLevel = 5;

/**
 * Writes packs of a site for reading offline, the manifest of the build, and the service worker that reads them. A
 * pack of unchanged files is reused from the last site.
 * @param packed the files that go into packs, which must be complete
 * @param version digest of the code that makes packs; a new version replaces all packs
 */
export async function writePacks(
  packed: readonly SiteFile[],
  papers: SitePapers,
  store: RecordStore,
  files: SiteFiles,
  version: string,
): Promise<void> {
  const plans = planPacks(packed, papers);
  const contentOf = describeContents(packed, files);
  const made: KeptPack[] = [];
  const queue = [...plans.entries()];
  const keys = new Set<string>();
  const run = async (): Promise<void> => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const [i, plan] = next;
      const contents = plan.files.map((path) => [path, contentOf.get(path)]);
      const key = digest(version, contents);
      keys.add(key);
      made[i] = await makePack(plan, key, store, files);
    }
  };
  await Promise.all(Array.from({ length: atATime }, run));
  const select = (isCore: boolean): KeptPack[] =>
    made.filter((_, i) => plans[i]?.isCore === isCore);
  const [core, rest] = [select(true), select(false)];
  const tables: Manifest['tables'] = {
    core: await storeTable(files, core),
    whole: await storeTable(files, [...core, ...rest]),
  };
  const digestsKey = digest(version, 'digests');
  const digests = digestFiles(packed, contentOf, store, files.next, digestsKey);
  store.prune('pack', new Set([...keys, digestsKey]));
  const summarise = (packs: KeptPack[]): PackSummary[] => packs.map(({ summary }) => summary);
  const summaries = { core: summarise(core), rest: summarise(rest) };
  const build = nameDigest(
    sha256(JSON.stringify([summaries.core, summaries.rest, tables, digests])),
  );
  const manifest: Manifest = { format: manifestFormat, build, ...summaries, tables, digests };
  files.write(manifestPath(build), JSON.stringify(manifest));
  files.write(pointerPath, JSON.stringify({ build }));
  files.write('sw.js', await bundleServiceWorker(build));
}

const sha256 = (content: Uint8Array | string): Buffer =>
  createHash('sha256').update(content).digest();

/** Files whose names change with their contents. */
const isNamedByContent = (path: string): boolean => path.startsWith('_astro/');

/** What identifies the content of each file, by path: its key, its name, or else a digest. */
function describeContents(packed: readonly SiteFile[], files: SiteFiles): Map<string, string> {
  const contents = new Map<string, string>();
  for (const { path } of packed) {
    const known = files.keys.get(path) || (isNamedByContent(path) ? path : undefined);
    const content = known ?? sha256(readFileSync(join(files.next, path))).toString('hex');
    contents.set(path, content);
  }
  return contents;
}

async function makePack(
  { files: paths, papers }: PlannedPack,
  key: string,
  store: RecordStore,
  files: SiteFiles,
): Promise<KeptPack> {
  const kept = store.read<KeptPack>('pack', key);
  if (kept && files.reuse(packPath(kept.summary.name), key)) return kept;
  // For thousands of small files, synchronous reading is fastest.
  const pack = writePack(
    paths.map((path) => ({ path: packedPath(path), content: readContent(files.next, path) })),
  );
  const head = readPackHead(pack);
  const made = { summary: await storePack(files, pack, papers), head };
  files.note(packPath(made.summary.name), key);
  store.write('pack', [[key, made]]);
  return made;
}

/** A file as the service worker returns it. Pagefind's files are uncompressed, for packs are compressed as a whole. */
function readContent(site: string, path: string): Uint8Array {
  const content = readFileSync(join(site, path));
  // Pagefind also reads uncompressed files.
  return path.startsWith('pagefind/') && content[0] === 0x1f && content[1] === 0x8b
    ? gunzipSync(content)
    : content;
}

const storeTable = (files: SiteFiles, packs: readonly KeptPack[]): Promise<PackSummary> => {
  const heads = new Map(packs.map(({ summary, head }) => [summary.name, head]));
  return storePack(files, Buffer.from(writeHeads(heads)), 0);
};

async function storePack(
  files: SiteFiles,
  content: Uint8Array,
  papers: number,
): Promise<PackSummary> {
  const bytes = await promisify(gzip)(content, { level: compressionLevel });
  // The tenth byte names the system: without it, packs are the same on all systems.
  bytes[9] = 255;
  const name = nameDigest(sha256(bytes));
  files.write(packPath(name), bytes);
  return { name, sizeBytes: bytes.length, papers };
}

/** Digests of files that scripts fetch and whose names do not change with their content: title index, days. */
function digestFiles(
  packed: readonly SiteFile[],
  contentOf: ReadonlyMap<string, string>,
  store: RecordStore,
  site: string,
  key: string,
): Record<string, string> {
  const kept = store.read<Record<string, [content: string, digest: string]>>('pack', key);
  const known: Record<string, [content: string, digest: string]> = {};
  for (const { path } of [...packed].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    if (!/^(search\/(?!segments\/)|days\/[^/]+\/index\.html$)/.test(path)) continue;
    const content = contentOf.get(path) ?? '';
    const last = kept?.[path];
    known[path] =
      last?.[0] === content ? last : [content, nameDigest(sha256(readFileSync(join(site, path))))];
  }
  store.write('pack', [[key, known]]);
  return Object.fromEntries(Object.entries(known).map(([path, [, digest]]) => [path, digest]));
}

import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { WorkerOptions } from 'node:worker_threads';
import { watchBundle } from '../src/integrations/bundle-facts.ts';
import { namePreloads } from '../src/integrations/name-preloads.ts';
import { reuseFiles } from '../src/integrations/reuse-files.ts';
import type { SearchAnswer, SearchJob } from '../src/integrations/search-worker.ts';
import { type FileRow, pageFolders, SiteFiles } from '../src/integrations/site-files.ts';
import { SiteWriter } from '../src/integrations/site-writer.ts';
import { packFolder } from '../src/packs/manifest.ts';
import type { SiteFile } from '../src/packs/plan-packs.ts';
import { AskedWorker } from '../src/records/asked-worker.ts';
import { digestCode } from '../src/records/code-version.ts';
import type { PaperToIndex } from '../src/records/indexed-papers.ts';
import { closeRecords, openRecords } from '../src/records/open-records.ts';
import { handOver } from '../src/records/opened-archive.ts';
import { planRecords, type RecordPlan } from '../src/records/record-archive.ts';
import type { RelationsJob } from '../src/records/relations-worker.ts';
import { readSiteUrl, site } from '../src/site.ts';
import { cacheFolder } from '../src/store/locations.ts';
import type { BuildProgress } from './build-progress.ts';
import type { SoundArchive } from './register-seeds.ts';

/** A site that was made, and what the next build must know of it. */
export interface RenderedSite {
  /** Keys of the records, by slug. */
  records: ReadonlyMap<string, string>;
  papers: readonly PaperToIndex[];
  files: SiteFile[];
  reused: number;
  rows: Map<string, FileRow>;
}

/** Gets a page as it is written. @param path its address: `/archive/papers/x/`, `/archive/404/` */
export type PageListener = (html: string, path: string) => Promise<void>;

/** Fewer papers than this are a change of some days. */
const smallChange = 500;

const relationsLimits = { maxOldGenerationSizeMb: 700 };
const searchLimits = { maxOldGenerationSizeMb: 400, maxYoungGenerationSizeMb: 24 };

/**
 * Makes a site of an archive: records on all cores while Astro bundles its code, related papers after them, and
 * then the search index beside the pages. What has not changed is taken over from the last site.
 * @param last folder of the last site
 * @param next folder to write into, which is empty
 * @param onPage gets every page, changed or not
 */
export async function renderSite(
  { archive, corrections }: SoundArchive,
  last: string,
  next: string,
  progress: BuildProgress,
  onPage?: PageListener,
): Promise<RenderedSite> {
  const cache = cacheFolder();
  const store = openRecords();
  const writer = new SiteWriter({ last, next });
  const workers: { stop(): Promise<unknown> }[] = [writer];
  const ask = async <Job, Answer>(
    name: string,
    job: Job,
    limits: WorkerOptions['resourceLimits'],
  ): Promise<Answer> => {
    const module = new URL(`../src/${name}.ts`, import.meta.url);
    const worker = new AskedWorker<Job, Answer>(module, undefined, limits);
    workers.push(worker);
    try {
      return await worker.ask(job);
    } finally {
      await worker.stop();
    }
  };
  try {
    const plan = await planRecords(archive, corrections, cache);
    const papers = listPapers(archive, plan.keys);
    const known = store.readAll<FileRow>('file');
    const files = new SiteFiles(last, next, known);
    files.startFrom(earlierSite());
    const version = await digestCode(outputModules);
    const facts = watchBundle();
    const made = makeMissing(plan, progress);
    const related = made.then(() =>
      ask<RelationsJob, void>(
        'records/relations-worker',
        { folder: cache, papers },
        relationsLimits,
      ),
    );
    // On two cores, a small index is written sooner when pages need not wait for related papers.
    const isSmall = plan.missing < smallChange;
    const search = (isSmall ? related : made).then(async () => {
      const source = { papers, language: site.language, version };
      progress.begin('search');
      return await ask<SearchJob, SearchAnswer>(
        'integrations/search-worker',
        { source, cache, last, next, known },
        searchLimits,
      ).finally(() => progress.end('search'));
    });
    // A build that fails elsewhere does not wait for them.
    for (const promise of [related, search]) promise.catch(() => undefined);
    handOver({ ...archive, records: plan.keys });
    progress.begin('bundling');
    // Imported here, because loading takes half a second and records are made meanwhile.
    const { build } = await import('astro');
    await build({
      outDir: next,
      logLevel: 'warn',
      integrations: [
        reuseFiles({
          files,
          facts,
          write: (path, content) => writer.write(path, content),
          settings: [readSiteUrl().href, process.version, digestSettings()],
          ready: async () => {
            for (const folder of pageFolders) files.checkScaffold(folder);
            await related;
            progress.end('bundling');
            progress.begin('reusing');
          },
          finish: (path) => namePreloads(facts, path),
          onPage,
          onPlanned: (pages) => {
            progress.end('reusing');
            progress.begin('pages', pages);
          },
          onRendered: () => progress.advance(),
        }),
      ],
    });
    await writer.finish();
    progress.end('pages');
    files.clearScaffold();
    const { fragments, rows, reused } = await search;
    files.adopt(rows, reused);
    progress.begin('packs');
    const firstDays = new Map(papers.map(({ slug, days }) => [slug, days[0] ?? '']));
    const packed = await writer.pack({
      papers: { firstDays, fragments },
      cache,
      version,
      known: new Map([...known].filter(([path]) => path.startsWith(packFolder))),
      rows: new Map(files.rows()),
    });
    progress.end('packs');
    store.prune('records', new Set(plan.keys.values()));
    return {
      records: plan.keys,
      papers,
      files: packed.files,
      reused: files.reused + packed.reused,
      rows: packed.rows,
    };
  } finally {
    handOver(undefined);
    for (const worker of workers) await worker.stop();
    closeRecords();
  }
}

/** Where the site before the last one is kept, for its folders: see `SiteFiles.startFrom`. */
export const earlierSite = (): string => join(cacheFolder(), 'earlier-site');

/** What writes the search index and the packs. */
const outputModules = ['write-search', 'write-packs'].map((name) => `src/integrations/${name}.ts`);

/** A digest of what Astro is configured with and of the versions of all packages. */
function digestSettings(): string {
  const hash = createHash('sha256');
  // A copy of the project may have no lock file.
  for (const path of ['astro.config.mjs', 'package.json', 'package-lock.json'].map((name) =>
    resolve(name),
  ))
    if (existsSync(path)) hash.update(readFileSync(path));
  return hash.digest('hex');
}

async function makeMissing(plan: RecordPlan, progress: BuildProgress): Promise<void> {
  progress.begin('records', plan.missing);
  await plan.make({
    onMade: (count) => progress.advance(count),
    onSlow: (slug) => progress.print(`note: the paper ${slug} takes long to restore and typeset.`),
  });
  progress.end('records');
}

function listPapers(
  { papers }: SoundArchive['archive'],
  records: ReadonlyMap<string, string>,
): PaperToIndex[] {
  return papers.map(({ slug, identity, formerSlugs, entered, sightings }) => ({
    ...{ slug, identity, formerSlugs, entered },
    days: [...new Set(sightings.map(({ day }) => day))],
    record: records.get(slug) ?? '',
  }));
}

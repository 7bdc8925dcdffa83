import type { WorkerOptions } from 'node:worker_threads';
import type { NearDuplicate } from '../src/archive/find-near-duplicates.ts';
import { watchBundle } from '../src/integrations/bundle-facts.ts';
import type { ListJob, PackedSite, PackJob } from '../src/integrations/pack-worker.ts';
import { reuseFiles } from '../src/integrations/reuse-files.ts';
import type { SearchAnswer, SearchJob } from '../src/integrations/search-worker.ts';
import { type FileRow, SiteFiles } from '../src/integrations/site-files.ts';
import type { SiteWriter } from '../src/integrations/site-writer.ts';
import { isPacked } from '../src/packs/is-packed.ts';
import { packFolder } from '../src/packs/manifest.ts';
import type { SiteFile } from '../src/packs/plan-packs.ts';
import { AskedWorker } from '../src/records/asked-worker.ts';
import { toPaperToIndex } from '../src/records/indexed-papers.ts';
import type { RecordWorkers } from '../src/records/make-records.ts';
import { closeRecords, openRecords } from '../src/records/open-records.ts';
import { handOver } from '../src/records/opened-archive.ts';
import type { PairsJob } from '../src/records/pairs-worker.ts';
import { planRecords, type RecordPlan } from '../src/records/record-archive.ts';
import type { RelationsJob } from '../src/records/relations-worker.ts';
import { readSiteUrl, site } from '../src/site.ts';
import type { BuildProgress } from './build-progress.ts';
import { type CodeVersions, digestSettings } from './code-versions.ts';
import { handled } from './handled.ts';
import type { SoundArchive } from './register-seeds.ts';

/** A rendered site, with what the next build needs to know about it. */
export interface RenderedSite {
  /** Keys of the records, by slug. */
  records: ReadonlyMap<string, string>;
  files: SiteFile[];
  /** Number of files reused from the last site. */
  reused: number;
  rows: Map<string, FileRow>;
  uncertain: NearDuplicate[];
}

/** Called with every page as it is written. @param path its address: `/archive/papers/x/`, `/archive/404/` */
export type PageListener = (html: string, path: string) => Promise<void>;

/** A change of fewer papers than this is one of a few days. */
const smallChange = 500;

const relationsLimits = { maxOldGenerationSizeMb: 700 };
const packLimits = { maxOldGenerationSizeMb: 400, maxYoungGenerationSizeMb: 12 };
const searchLimits = { maxOldGenerationSizeMb: 400, maxYoungGenerationSizeMb: 24 };

/**
 * Renders the site of an archive: records on all cores while Astro bundles its code, then related papers, then the
 * search index while pages are rendered. Files that go into packs are rendered first, and are packed while the
 * others are rendered. What has not changed is reused from the last site.
 * @param writer may have begun the site; it is stopped
 * @param recordWorkers may have been started
 * @param onPage gets every page, changed or not
 */
export async function renderSite(
  { archive, corrections }: SoundArchive,
  versions: CodeVersions,
  writer: SiteWriter,
  progress: BuildProgress,
  recordWorkers: RecordWorkers,
  onPage?: PageListener,
): Promise<RenderedSite> {
  const { last, next, cache } = writer.folders;
  const store = openRecords();
  const workers: { stop(): Promise<unknown> }[] = [writer];
  const start = <Job, Answer>(
    name: string,
    limits?: WorkerOptions['resourceLimits'],
  ): AskedWorker<Job, Answer> => {
    const module = new URL(`../src/${name}.ts`, import.meta.url);
    const worker = new AskedWorker<Job, Answer>(module, undefined, limits);
    workers.push(worker);
    return worker;
  };
  try {
    const pairs = askOnce<PairsJob, NearDuplicate[]>(start('records/pairs-worker'), {
      folder: cache,
      version: await versions.reading,
      papers: archive.papers.map(({ identity, revisions }) => ({ identity, revisions })),
    });
    const plan = planRecords(archive, corrections, cache, await versions.records);
    const papers = archive.papers.map((paper) =>
      toPaperToIndex(paper, plan.keys.get(paper.slug) ?? ''),
    );
    const known = store.readAll<FileRow>('file');
    const files = new SiteFiles(last, next, known);
    const links = writer.begin();
    const version = await versions.output;
    const facts = watchBundle();
    const made = handled(makeMissing(plan, progress, recordWorkers));
    const related = handled(
      made.then(() => {
        const worker = start<RelationsJob, void>('records/relations-worker', relationsLimits);
        return askOnce(worker, { folder: cache, papers });
      }),
    );
    const writeSearch = async (): Promise<SearchAnswer> => {
      // On two cores, a small index is written sooner when pages need not wait for related papers.
      const [found] = await Promise.all([links, plan.missing < smallChange ? related : made]);
      progress.begin('search');
      const worker = start<SearchJob, SearchAnswer>('integrations/search-worker', searchLimits);
      const source = { papers, language: site.language, version };
      const inIndex = new Set([...found].filter(isInIndex));
      const answer = await askOnce(worker, { source, cache, last, next, known, links: inIndex });
      progress.end('search');
      return answer;
    };
    const search = handled(writeSearch());
    const packer = start<PackJob | ListJob, PackedSite | undefined>(
      'integrations/pack-worker',
      packLimits,
    );
    const writePacks = async (): Promise<void> => {
      await writer.finish();
      const { fragments, keys, reused } = await search;
      files.adopt(keys, reused);
      progress.begin('packs');
      const firstDays = new Map(papers.map(({ slug, days }) => [slug, days[0] ?? '']));
      await packer.ask({
        ...{ cache, version, last, next, keys: files.keys },
        papers: { firstDays, fragments },
        known: new Map([...known].filter(([path]) => path.startsWith(packFolder))),
      });
      progress.end('packs');
    };
    let packs: Promise<unknown> = Promise.resolve();
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
            files.startFrom([...(await links)].filter((path) => !isInIndex(path)));
            await related;
            progress.end('bundling');
            progress.begin('reusing');
          },
          onPage,
          onPlanned: (pages) => {
            progress.end('reusing');
            progress.begin('pages', pages);
          },
          isFirst: isPacked,
          onFirst: () => {
            packs = handled(writePacks());
          },
          onRendered: () => progress.advance(),
        }),
      ],
    });
    await writer.finish();
    progress.end('pages');
    await packs;
    const packed = (await packer.ask({ keys: files.keys })) as PackedSite;
    store.prune('records', new Set(plan.keys.values()));
    return {
      records: plan.keys,
      files: packed.files,
      reused: files.reused + packed.reused,
      rows: packed.rows,
      uncertain: await pairs,
    };
  } finally {
    handOver(undefined);
    for (const worker of workers) await worker.stop();
    closeRecords();
  }
}

/** Asks a worker one question and stops it. */
function askOnce<Job, Answer>(worker: AskedWorker<Job, Answer>, job: Job): Promise<Answer> {
  return handled(worker.ask(job).finally(() => worker.stop()));
}

/** Whether a file is part of the search index, which another thread writes. */
const isInIndex = (path: string): boolean => path.startsWith('pagefind/');

async function makeMissing(
  plan: RecordPlan,
  progress: BuildProgress,
  workers: RecordWorkers,
): Promise<void> {
  progress.begin('records', plan.missing);
  const callbacks = {
    onMade: (count: number) => progress.advance(count),
    onSlow: (slug: string) =>
      progress.print(`note: the paper ${slug} takes long to restore and typeset.`),
  };
  await plan.make(callbacks, workers);
  progress.end('records');
}

import { createHash } from 'node:crypto';
import type { Loader, LoaderContext } from 'astro/loaders';
import { CaptureError } from '../capture/problem.ts';
import { createRestorer } from '../restore/create-restorer.ts';
import { seedsFolder } from '../store/locations.ts';
import { readModel } from '../store/read-model.ts';
import { type CorrectedArchive, readArchive } from './read-archive.ts';
import { restorePaper } from './restore-entry.ts';

/** An entry of a collection before Astro has checked it. */
interface Entry {
  id: string;
  /** What the entry is made of: an entry whose source is unchanged is not made again. */
  source: unknown;
  make: () => Record<string, unknown>;
}

/**
 * What a restored paper is made by, as text: the restorer, the placing of corrections, the links, and
 * the versions of the libraries that they use. A change in it makes every restored paper stale. Its source stands for a version number, which somebody would forget to raise.
 */
const restoreSources = import.meta.glob(
  [
    '../{restore/*,corrections/*,archive/find-links,loaders/restore-entry}.ts',
    '../../package.json',
  ],
  { query: '?raw', import: 'default', eager: true },
);
const restoreVersion = JSON.stringify(restoreSources);

/** Fills a collection from the seeds folder; in dev, fills it again whenever a file there changes. */
function makeLoader(name: string, select: (archive: CorrectedArchive) => Entry[]): Loader {
  return {
    name: `dayleaf-${name}`,
    load: async (context) => {
      if (context.watcher === undefined) return await fill(context, select);
      await fillOrTell(context, select);
      context.watcher.add(seedsFolder());
      let pending: NodeJS.Timeout | undefined;
      context.watcher.on('all', (_event, path) => {
        if (!path.startsWith(seedsFolder())) return;
        // An editor saves in several steps; one reading a moment later sees the result of all.
        clearTimeout(pending);
        pending = setTimeout(() => void fillOrTell(context, select), 50);
      });
    },
  };
}

/** The faults that were told: all collections meet the same ones, at once. */
const told = new WeakSet<object>();

/** In dev a fault is told, and the collection stays as it is until it is mended. */
async function fillOrTell(
  context: LoaderContext,
  select: (archive: CorrectedArchive) => Entry[],
): Promise<void> {
  try {
    await fill(context, select);
  } catch (error) {
    if (told.has(error as object)) return;
    told.add(error as object);
    const isExpected = error instanceof CaptureError;
    context.logger.error(`\n${isExpected ? error.message : (error as Error).stack}`);
  }
}

async function fill(
  context: LoaderContext,
  select: (archive: CorrectedArchive) => Entry[],
): Promise<void> {
  const { store, parseData, generateDigest } = context;
  const entries = select(await readArchive());
  const ids = new Set(entries.map((entry) => entry.id));
  for (const id of store.keys()) if (!ids.has(id)) store.delete(id);
  for (const { id, source, make } of entries) {
    const digest = generateDigest(JSON.stringify(source));
    if (store.get(id)?.digest === digest) continue;
    store.set({ id, digest, data: await parseData({ id, data: make() }) });
  }
}

const plain = (id: string, data: object): Entry => ({
  id,
  source: data,
  make: () => ({ ...data }),
});

/** The captures, by SHA-256. */
export const captureLoader = (): Loader =>
  makeLoader('captures', ({ captures }) =>
    captures.map((capture) => plain(capture.sha256, capture)),
  );

/** The days, by ISO date. */
export const dayLoader = (): Loader =>
  makeLoader('days', ({ days }) => days.map((day) => plain(day.date, day)));

/** The papers, by slug, their mathematics restored and corrected; only what changed is restored anew. */
export const paperLoader = (): Loader => {
  const model = readModel();
  const restorer = createRestorer(model);
  const version = createHash('sha256').update(restoreVersion).update(model).digest('hex');
  return makeLoader('papers', ({ papers, corrections }) =>
    papers.map((paper) => {
      const own = corrections.get(paper.identity) ?? [];
      return {
        id: paper.slug,
        source: [paper, own, version],
        make: () => ({ ...paper, wordings: restorePaper(paper, own, restorer) }),
      };
    }),
  );
};

/**
 * Every address that the archive ever gave out, by path (`papers/x`, `days/2025-03-11`): it is
 * current, has moved, or what stood there is gone.
 */
export const permalinkLoader = (): Loader =>
  makeLoader('permalinks', ({ papers, days, retiredPapers, retiredDays }) => [
    ...papers.map(({ slug }) => plain(`papers/${slug}`, { state: 'current' })),
    ...days.map(({ date }) => plain(`days/${date}`, { state: 'current' })),
    ...[...papers, ...retiredPapers].flatMap(({ slug, formerSlugs }) =>
      formerSlugs.map((former) => plain(`papers/${former}`, { state: 'moved', movedTo: slug })),
    ),
    ...retiredPapers.map(({ slug, title, firstDay }) =>
      plain(`papers/${slug}`, { state: 'gone', title, firstDay }),
    ),
    ...retiredDays.map(({ date, movedTo }) =>
      plain(`days/${date}`, movedTo ? { state: 'moved', movedTo } : { state: 'gone' }),
    ),
  ]);

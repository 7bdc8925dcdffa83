import type { Loader, LoaderContext } from 'astro/loaders';
import { CaptureError } from '../capture/problem.ts';
import { type OpenedArchive, takeOver } from '../records/opened-archive.ts';
import { seedsFolder } from '../store/locations.ts';

/** An entry of a collection before Astro has checked it. */
interface Entry {
  id: string;
  data: Record<string, unknown>;
}

/** Fills a collection from the seeds folder; in dev, fills it again whenever a file there changes. */
function makeLoader(name: string, select: (archive: OpenedArchive) => Entry[]): Loader {
  return {
    name: `dayleaf-${name}`,
    load: async (context) => {
      if (context.watcher === undefined) return await fill(context, select);
      await fillOrLog(context, select);
      context.watcher.add(seedsFolder());
      let pending: NodeJS.Timeout | undefined;
      context.watcher.on('all', (_event, path) => {
        if (!path.startsWith(seedsFolder())) return;
        // An editor saves in several steps; one reading a moment later sees the result of all.
        clearTimeout(pending);
        pending = setTimeout(() => void fillOrLog(context, select), 50);
      });
    },
  };
}

/** The faults that were logged: all collections have the same ones at once. */
const logged = new WeakSet<object>();

/** In dev, a fault is logged and the collection keeps its entries until the fault is fixed. */
async function fillOrLog(
  context: LoaderContext,
  select: (archive: OpenedArchive) => Entry[],
): Promise<void> {
  try {
    await fill(context, select);
  } catch (error) {
    if (logged.has(error as object)) return;
    logged.add(error as object);
    const isExpected = error instanceof CaptureError;
    context.logger.error(`\n${isExpected ? error.message : (error as Error).stack}`);
  }
}

async function fill(
  context: LoaderContext,
  select: (archive: OpenedArchive) => Entry[],
): Promise<void> {
  const { store, parseData } = context;
  const entries: Entry[] = [];
  for (const { id, data } of select(takeOver() ?? (await readArchive())))
    entries.push({ id, data: await parseData({ id, data }) });
  // Entries of an earlier run are not reused: they are small, and made faster than compared.
  store.clear();
  for (const made of entries) store.set(made);
}

/** Imported dynamically: only the dev server needs these modules, and Vite takes a second to transform them. */
async function readArchive(): Promise<OpenedArchive> {
  const { openArchive } = await import('./open-archive.ts');
  return await openArchive();
}

const entry = (id: string, data: object): Entry => ({ id, data: { ...data } });

/** The captures, by SHA-256. */
export const captureLoader = (): Loader =>
  makeLoader('captures', ({ captures }) =>
    captures.map((capture) => entry(capture.sha256, capture)),
  );

/** The days, by ISO date. */
export const dayLoader = (): Loader =>
  makeLoader('days', ({ days }) => days.map((day) => entry(day.date, day)));

/** The papers, by slug, each with the key of its record, which has its texts. */
export const paperLoader = (): Loader =>
  makeLoader('papers', ({ papers, records }) =>
    papers.map(({ revisions: _, latex: __, ...paper }) =>
      entry(paper.slug, { ...paper, record: records.get(paper.slug) }),
    ),
  );

/**
 * Every address that the archive has ever published, by path (`papers/x`, `days/2025-03-11`): it is current, redirects,
 * or its paper or day was removed.
 */
export const permalinkLoader = (): Loader =>
  makeLoader('permalinks', ({ papers, days, retiredPapers, retiredDays }) => [
    ...papers.map(({ slug }) => entry(`papers/${slug}`, { state: 'current' })),
    ...days.map(({ date }) => entry(`days/${date}`, { state: 'current' })),
    ...[...papers, ...retiredPapers].flatMap(({ slug, formerSlugs }) =>
      formerSlugs.map((former) => entry(`papers/${former}`, { state: 'moved', movedTo: slug })),
    ),
    ...retiredPapers.map(({ slug, title, firstDay }) =>
      entry(`papers/${slug}`, { state: 'gone', title, firstDay }),
    ),
    ...retiredDays.map(({ date, movedTo }) =>
      entry(`days/${date}`, movedTo ? { state: 'moved', movedTo } : { state: 'gone' }),
    ),
  ]);

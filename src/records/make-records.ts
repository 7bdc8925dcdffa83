import { availableParallelism } from 'node:os';
import type { Paper } from '../archive/archive.ts';
import type { Correction } from '../corrections/corrections.ts';
import { AskedWorker } from './asked-worker.ts';

/** A paper whose record is missing. */
export interface PaperToMake {
  /** Its place among those that are made. */
  index: number;
  key: string;
  paper: Pick<Paper, 'slug' | 'wordings' | 'sightings'>;
  corrections: readonly Correction[];
}

/** What a worker is started with. */
export interface WorkerStart {
  /** Folder of the store. */
  folder: string;
  /** The index of the paper that each worker is at, or −1. */
  current: Int32Array;
  /** Where in `current` the worker writes. */
  place: number;
}

/** Told while records are made. */
export interface MakingProgress {
  onMade?(count: number): void;
  /** A paper that takes so long that a person should know of it. */
  onSlow?(slug: string): void;
}

/** Papers that are made at a time, and of which a killed build loses the records. */
const batchSize = 32;
const slowAfterMs = 5_000;

/**
 * Makes records and writes them into the store, in worker threads: one per core, or fewer for few papers.
 * @param folder of the store
 * @throws {Error} what making one of them throws
 */
export async function makeRecords(
  folder: string,
  papers: readonly PaperToMake[],
  progress: MakingProgress = {},
): Promise<void> {
  if (papers.length === 0) return;
  const batches: PaperToMake[][] = [];
  for (let at = 0; at < papers.length; at += batchSize)
    batches.push(papers.slice(at, at + batchSize));
  const workers = Math.min(availableParallelism(), batches.length);
  const current = new Int32Array(new SharedArrayBuffer(4 * workers)).fill(-1);
  const watch = watchSlow(current, papers, progress);
  try {
    await Promise.all(
      Array.from({ length: workers }, (_, place) =>
        runWorker({ folder, current, place }, batches, progress),
      ),
    );
  } finally {
    clearInterval(watch);
  }
}

/** Takes batches until there are none left. */
async function runWorker(
  start: WorkerStart,
  batches: PaperToMake[][],
  { onMade }: MakingProgress,
): Promise<void> {
  const module = new URL('./record-worker.ts', import.meta.url);
  const worker = new AskedWorker<PaperToMake[], number>(module, start);
  try {
    for (let batch = batches.shift(); batch; batch = batches.shift()) {
      const made = await worker.ask(batch);
      onMade?.(made);
    }
  } finally {
    await worker.stop();
  }
}

/** Names each paper that a worker has been at for long, once. */
function watchSlow(
  current: Int32Array,
  papers: readonly PaperToMake[],
  { onSlow }: MakingProgress,
): NodeJS.Timeout {
  const since = new Map<number, number>();
  const named = new Set<number>();
  const timer = setInterval(() => {
    const at = [...current].filter((index) => index >= 0);
    for (const index of since.keys()) if (!at.includes(index)) since.delete(index);
    for (const index of at) {
      const begin = since.get(index) ?? performance.now();
      since.set(index, begin);
      if (performance.now() - begin < slowAfterMs || named.has(index)) continue;
      named.add(index);
      onSlow?.(papers[index].paper.slug);
    }
  }, 250);
  return timer.unref();
}

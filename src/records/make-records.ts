import { availableParallelism } from 'node:os';
import type { Paper } from '../archive/archive.ts';
import type { Correction } from '../corrections/corrections.ts';
import { AskedWorker } from './asked-worker.ts';

/** A paper whose record is missing. */
export interface PaperToMake {
  /** Its place among those that are made. */
  index: number;
  key: string;
  paper: Pick<Paper, 'slug' | 'revisions' | 'listings' | 'latex'>;
  corrections: readonly Correction[];
}

/** What a worker is started with. */
export interface WorkerStart {
  /** The index of the paper that each worker is working on, or −1. */
  current: Int32Array;
  /** Where in `current` the worker writes. */
  place: number;
}

/** The papers that a worker processes in one transaction. */
export interface RecordBatch {
  /** Folder of the store. */
  folder: string;
  papers: readonly PaperToMake[];
}

/** Called while records are made. */
export interface MakingProgress {
  onMade?(count: number): void;
  /** Reports a paper that takes longer than five seconds. */
  onSlow?(slug: string): void;
}

/** Papers per transaction: at most this many records are lost by each thread of a killed build. */
const batchSize = 32;
const slowAfterMs = 5_000;

/**
 * Threads that make records, one per core. A thread takes half a second to load the packages and the model, so
 * one is best started while seeds are still read. More of them would slow down builds that make no record.
 */
export class RecordWorkers {
  readonly #current = new Int32Array(new SharedArrayBuffer(4 * availableParallelism())).fill(-1);
  readonly #workers: AskedWorker<RecordBatch, number>[] = [];

  /** Starts threads up to this number, at most one per core. */
  start(count = 1): void {
    const module = new URL('./record-worker.ts', import.meta.url);
    const needed = Math.min(count, this.#current.length);
    for (let place = this.#workers.length; place < needed; place++) {
      const start: WorkerStart = { current: this.#current, place };
      this.#workers.push(new AskedWorker(module, start));
    }
  }

  /**
   * Makes records, writes them into a store, and ends the threads.
   * @param folder of the store
   * @throws {Error} what making one of them throws
   */
  async make(
    folder: string,
    papers: readonly PaperToMake[],
    progress: MakingProgress = {},
  ): Promise<void> {
    const batches: RecordBatch[] = [];
    for (let at = 0; at < papers.length; at += batchSize)
      batches.push({ folder, papers: papers.slice(at, at + batchSize) });
    this.start(batches.length);
    const watch = watchSlow(this.#current, papers, progress);
    try {
      await Promise.all(
        this.#workers.map(async (worker) => {
          for (let batch = batches.shift(); batch; batch = batches.shift()) {
            const made = await worker.ask(batch);
            progress.onMade?.(made);
          }
        }),
      );
    } finally {
      clearInterval(watch);
      // Not awaited: a thread that is still loading packages takes half a second to stop.
      void this.stop();
    }
  }

  /** Stops the threads without finishing their work. */
  async stop(): Promise<void> {
    await Promise.all(this.#workers.splice(0).map((worker) => worker.stop()));
    this.#current.fill(-1);
  }
}

/** Reports each paper that a worker takes long for, once. */
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

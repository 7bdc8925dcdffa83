import { AskedWorker } from '../records/asked-worker.ts';

/** A file to write. */
export interface FileToWrite {
  /** Relative to the site: `papers/x/index.html`. */
  path: string;
  content: string | Uint8Array;
}

/** Asks for links to the files of the last site: see `linkLast`. */
export interface LinkJob {
  /** Folder of the record store. */
  cache: string;
}

/** What the worker is started with. */
export interface SiteFolders {
  /** Folders of the last site and of the next. */
  last: string;
  next: string;
}

const batchBytes = 2 ** 20;
/** Backpressure: `write` waits while more batches than this are pending. */
const mostBatches = 8;

/**
 * Writes the files of a site in a separate thread. For 9,576 papers, writing takes 3 to 7 s, which would be added to
 * 15 s of rendering.
 */
export class SiteWriter {
  readonly #worker: AskedWorker<LinkJob | readonly FileToWrite[], Set<string> | undefined>;
  readonly #writing: Promise<unknown>[] = [];
  #batch: FileToWrite[] = [];
  /** Size of the current batch; a text counts its characters. */
  #bytes = 0;

  constructor(folders: SiteFolders) {
    const module = new URL('./site-worker.ts', import.meta.url);
    // File contents are outside these limits, but are freed only when the heap is collected: a small one is, often.
    const limits = { maxOldGenerationSizeMb: 400, maxYoungGenerationSizeMb: 12 };
    this.#worker = new AskedWorker(module, folders, limits);
  }

  /**
   * Queues a file for writing; resolves when the next one can be queued.
   * @param content its buffer may be transferred to the thread: do not use it afterwards
   * @throws {Error} when an earlier file could not be written
   */
  async write(path: string, content: string | Uint8Array): Promise<void> {
    this.#batch.push({ path, content });
    this.#bytes += content.length;
    if (this.#bytes >= batchBytes) this.#send();
    if (this.#writing.length > mostBatches) await this.#writing.shift();
  }

  /** Links the files of the last site into the next one. @returns their paths */
  async link(job: LinkJob): Promise<Set<string>> {
    return (await this.#worker.ask(job)) ?? new Set();
  }

  /** Resolves when all queued files are written. @throws {Error} when one of them cannot be written */
  async finish(): Promise<void> {
    this.#send();
    await Promise.all(this.#writing.splice(0));
  }

  stop(): Promise<unknown> {
    return this.#worker.stop();
  }

  #send(): void {
    if (this.#batch.length === 0) return;
    // A view of a larger buffer is copied, not transferred.
    const buffers = this.#batch.flatMap(({ content }) =>
      typeof content !== 'string' && content.byteLength === content.buffer.byteLength
        ? [content.buffer as ArrayBuffer]
        : [],
    );
    this.#writing.push(this.#worker.ask(this.#batch, buffers));
    this.#batch = [];
    this.#bytes = 0;
  }
}

import { existsSync, rmSync } from 'node:fs';
import { AskedWorker } from '../records/asked-worker.ts';
import { takeEarlier } from './scaffold.ts';

/** The content of a file, or its parts. */
export type Content = string | Uint8Array | Iterable<string>;

/** A file to write, or a part of it. */
export interface FileToWrite {
  /** Relative to the site: `papers/x/index.html`. */
  path: string;
  content: string | Uint8Array;
  /** Whether it follows what was written of the file before. */
  isNext: boolean;
}

/** Folders used to build a site. */
export interface SiteFolders {
  last: string;
  next: string;
  /** The site before the last one, if it was kept. */
  earlier: string;
  /** Folder of the record store. */
  cache: string;
}

const batchBytes = 2 ** 20;
/** Backpressure: `write` waits while more batches than this are pending. */
const mostBatches = 8;

type SiteWorker = AskedWorker<'link' | readonly FileToWrite[], Set<string> | undefined>;

/**
 * Begins a site in a separate thread, with links to the files of the last one, and writes its files there. For
 * 9,576 papers, writing takes 3 to 7 s, which would be added to 15 s of rendering.
 */
export class SiteWriter {
  readonly folders: SiteFolders;
  #begun?: { worker: SiteWorker; links: Promise<ReadonlySet<string>> };
  #writing: Promise<unknown>[] = [];
  #batch: FileToWrite[] = [];
  /** Size of the current batch; a text counts its characters. */
  #bytes = 0;

  constructor(folders: SiteFolders) {
    this.folders = folders;
  }

  /**
   * Begins the site unless it is begun: whatever is in its folder is replaced.
   * @returns the paths of the links to files of the last site that it begins with; see `linkLast`
   */
  begin(): Promise<ReadonlySet<string>> {
    this.#begun ??= this.#start();
    return this.#begun.links;
  }

  #start(): { worker: SiteWorker; links: Promise<ReadonlySet<string>> } {
    const { last, earlier, next } = this.folders;
    rmSync(next, { recursive: true, force: true });
    // Without a last site, files of an earlier one cannot be checked.
    if (existsSync(last)) takeEarlier(earlier, next);
    const module = new URL('./site-worker.ts', import.meta.url);
    // File contents are outside these limits, but are freed only when the heap is collected: a small one is, often.
    const limits = { maxOldGenerationSizeMb: 400, maxYoungGenerationSizeMb: 12 };
    const worker: SiteWorker = new AskedWorker(module, this.folders, limits);
    const links = worker.ask('link').then((paths) => paths ?? new Set<string>());
    // Prevents an unhandled rejection if the build fails elsewhere.
    links.catch(() => undefined);
    return { worker, links };
  }

  /**
   * Queues a file for writing; resolves when the next one can be queued.
   * @param content its buffer may be transferred to the thread: do not use it afterwards
   * @throws {Error} when an earlier file could not be written
   */
  async write(path: string, content: Content): Promise<void> {
    if (typeof content === 'string' || content instanceof Uint8Array)
      return await this.#queue({ path, content, isNext: false });
    let isNext = false;
    for (const part of content) {
      // Bytes are transferred; texts would be copied, and fill the heap of the thread.
      await this.#queue({ path, content: Buffer.from(part), isNext });
      isNext = true;
    }
  }

  async #queue(part: FileToWrite): Promise<void> {
    this.#batch.push(part);
    this.#bytes += part.content.length;
    if (this.#bytes >= batchBytes) this.#send();
    if (this.#writing.length > mostBatches) await this.#writing.shift();
  }

  /** Resolves when all queued files are written. @throws {Error} when one of them cannot be written */
  async finish(): Promise<void> {
    this.#send();
    await Promise.all(this.#writing.splice(0));
  }

  /** Stops the thread and discards queued files. */
  async stop(): Promise<void> {
    const worker = this.#begun?.worker;
    this.#begun = undefined;
    this.#writing = [];
    this.#batch = [];
    this.#bytes = 0;
    await worker?.stop();
  }

  #send(): void {
    if (this.#batch.length === 0) return;
    // A view of a larger buffer is copied, not transferred.
    const buffers = this.#batch.flatMap(({ content }) =>
      typeof content !== 'string' && content.byteLength === content.buffer.byteLength
        ? [content.buffer as ArrayBuffer]
        : [],
    );
    if (!this.#begun) throw new Error('A file is written to a site that is not begun.');
    this.#writing.push(this.#begun.worker.ask(this.#batch, buffers));
    this.#batch = [];
    this.#bytes = 0;
  }
}

import type { SiteFile, SitePapers } from '../packs/plan-packs.ts';
import { AskedWorker } from '../records/asked-worker.ts';
import type { FileRow } from './site-files.ts';

/** A file to write. */
export interface FileToWrite {
  /** In the site: `papers/x/index.html`. */
  path: string;
  content: string | Uint8Array;
}

/** A site whose packs are asked for. */
export interface PackJob {
  papers: SitePapers;
  /** Folder of the records. */
  cache: string;
  /** A digest of the code that makes packs: another makes other packs. */
  version: string;
  /** What is known of the packs of the last site. */
  known: ReadonlyMap<string, FileRow>;
  /** What has been noted of the files of the next. */
  rows: ReadonlyMap<string, FileRow>;
}

/** A site with its packs. */
export interface PackedSite {
  /** All its files. */
  files: SiteFile[];
  /** What the next build must know of them. */
  rows: Map<string, FileRow>;
  /** How many packs were taken over. */
  reused: number;
}

/** What the worker is started with. */
export interface SiteFolders {
  /** Folders of the last site and of the next. */
  last: string;
  next: string;
}

const batchBytes = 2 ** 20;
/** Rendering waits for writing from so many batches on. */
const mostBatches = 8;

/**
 * Writes a site in a thread of its own. Opening, writing and closing twenty thousand files takes 3 to 7 s beside the
 * 15 s of rendering them, and packing reads them all once more.
 */
export class SiteWriter {
  readonly #worker: AskedWorker<readonly FileToWrite[] | PackJob, PackedSite | undefined>;
  readonly #writing: Promise<unknown>[] = [];
  #batch: FileToWrite[] = [];
  /** Of the batch; of texts, their characters. */
  #bytes = 0;

  constructor(folders: SiteFolders) {
    const module = new URL('./site-worker.ts', import.meta.url);
    // Contents are no such objects: they are freed sooner where there is little room for those.
    const limits = { maxOldGenerationSizeMb: 400, maxYoungGenerationSizeMb: 12 };
    this.#worker = new AskedWorker(module, folders, limits);
  }

  /**
   * Writes a file, sooner or later.
   * @param content whose bytes are gone afterwards
   * @returns once there is room for another
   * @throws {Error} where an earlier one cannot be written
   */
  async write(path: string, content: string | Uint8Array): Promise<void> {
    this.#batch.push({ path, content });
    this.#bytes += content.length;
    if (this.#bytes >= batchBytes) this.#send();
    if (this.#writing.length > mostBatches) await this.#writing.shift();
  }

  /**
   * Packs the site, once all its files are written.
   * @throws {Error} where one of them cannot be written, or not read
   */
  async pack(job: PackJob): Promise<PackedSite> {
    await this.finish();
    return (await this.#worker.ask(job)) as PackedSite;
  }

  /** Resolves once all files are written. @throws {Error} where one of them cannot be written */
  async finish(): Promise<void> {
    this.#send();
    await Promise.all(this.#writing.splice(0));
  }

  stop(): Promise<unknown> {
    return this.#worker.stop();
  }

  #send(): void {
    if (this.#batch.length === 0) return;
    // What is a part of a larger buffer is copied.
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

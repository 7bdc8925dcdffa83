import { mediaType } from '../../packs/media-type.ts';
import { type FileTable, packedPath } from '../../packs/pack-format.ts';
import type { OfflineStore } from './offline-store.ts';

/** Uncompressed packs stay in memory up to this size: a search reads many files of few packs. */
const cacheBytes = 48e6;

/** Reads files out of stored packs. */
export class StoredFiles {
  readonly #store: OfflineStore;
  readonly #tables = new Map<string, Promise<FileTable | undefined>>();
  /** Least recently used first. */
  readonly #packs = new Map<string, Promise<Uint8Array>>();
  readonly #sizes = new Map<string, number>();

  constructor(store: OfflineStore) {
    this.#store = store;
  }

  /** A file of a build as a response; undefined if it is not stored. @param status 200 by default */
  async read(build: string, path: string, status = 200): Promise<Response | undefined> {
    const table = await this.#readTable(build);
    // Packs of earlier versions have the paths of the site.
    const pieces = table?.get(path) ?? table?.get(packedPath(path));
    if (!pieces) return undefined;
    const contents = await Promise.all(
      pieces.map(async ({ pack, begin, end }) => (await this.#readPack(pack)).slice(begin, end)),
    );
    return new Response(new Blob(contents as BlobPart[]), {
      status,
      headers: { 'Content-Type': mediaType(path) },
    });
  }

  /** Forgets the tables of files, which have changed. */
  forget(): void {
    this.#tables.clear();
  }

  #readTable(build: string): Promise<FileTable | undefined> {
    const table = this.#tables.get(build) ?? this.#store.readTable(build);
    this.#tables.set(build, table);
    table.catch(() => undefined).then((found) => found ?? this.#tables.delete(build));
    return table;
  }

  #readPack(name: string): Promise<Uint8Array> {
    const content = this.#packs.get(name) ?? this.#unpack(name);
    this.#packs.delete(name);
    this.#packs.set(name, content);
    content.catch(() => this.#packs.delete(name));
    return content;
  }

  async #unpack(name: string): Promise<Uint8Array> {
    const content = await this.#store.readPack(name);
    if (!content) throw new Error(`the pack ${name} is not stored`);
    this.#sizes.set(name, content.length);
    let sum = [...this.#sizes.values()].reduce((a, b) => a + b, 0);
    for (const other of this.#packs.keys()) {
      if (sum <= cacheBytes || other === name) break;
      sum -= this.#sizes.get(other) ?? 0;
      this.#sizes.delete(other);
      this.#packs.delete(other);
    }
    return content;
  }
}

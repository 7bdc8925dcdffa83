import { type FileTable, findFile } from '../../packs/file-table.ts';
import { mediaType } from '../../packs/media-type.ts';
import type { OfflineStore } from './offline-store.ts';
import { unpack } from './unpack.ts';

/** Reads files out of packs. */
export interface KeptFiles {
  /** A file of a build as a response; undefined where it is not kept. @param status 200 by default */
  read(build: string, path: string, status?: number): Promise<Response | undefined>;
  /** Forgets what it knows of tables: they have changed. */
  forget(): void;
}

/** So many bytes of unpacked packs stay in memory: search asks for many files of few packs. */
const mostBytes = 48e6;

/** Makes a reader of what a store keeps. */
export function makeKeptFiles(store: OfflineStore): KeptFiles {
  const tables = new Map<string, Promise<FileTable | undefined>>();
  /** Least recently used first. */
  const packs = new Map<string, Promise<Uint8Array>>();
  const sizes = new Map<string, number>();

  function readTable(build: string): Promise<FileTable | undefined> {
    const known = tables.get(build) ?? store.readTable(build);
    tables.set(build, known);
    known.then(
      (table) => table ?? tables.delete(build),
      () => tables.delete(build),
    );
    return known;
  }

  async function fetchUnpacked(name: string): Promise<Uint8Array> {
    const pack = await store.readPack(name);
    if (!pack) throw new Error(`the pack ${name} is not here`);
    const content = await unpack(pack);
    sizes.set(name, content.length);
    let sum = [...sizes.values()].reduce((a, b) => a + b, 0);
    for (const other of packs.keys()) {
      if (sum <= mostBytes || other === name) break;
      sum -= sizes.get(other) ?? 0;
      sizes.delete(other);
      packs.delete(other);
    }
    return content;
  }

  function readUnpacked(name: string): Promise<Uint8Array> {
    const content = packs.get(name) ?? fetchUnpacked(name);
    packs.delete(name);
    packs.set(name, content);
    content.catch(() => packs.delete(name));
    return content;
  }

  return {
    async read(build, path, status = 200) {
      const table = await readTable(build);
      const pieces = table && findFile(table, path);
      if (!pieces) return undefined;
      const contents = await Promise.all(
        pieces.map(async ({ pack, begin, end }) => (await readUnpacked(pack)).slice(begin, end)),
      );
      return new Response(new Blob(contents as BlobPart[]), {
        status,
        headers: { 'Content-Type': mediaType(path) },
      });
    },
    forget: () => tables.clear(),
  };
}

/**
 * A file in a pack: its path in the site and its length in bytes. Packs of earlier versions, which browsers may have
 * stored, divide a page over two packs: `['papers/x/index.html', 6100, 0, 2]` is the first part of two.
 */
export type PackEntry =
  | [path: string, lengthBytes: number]
  | [path: string, lengthBytes: number, part: number, parts: number];

/** The files of a pack in their order, and the length of the line that lists them. */
export interface PackHead {
  entries: PackEntry[];
  lengthBytes: number;
}

/** A pack before it is compressed: a line of JSON with its `PackEntry`s, followed by the contents in the same order. */
export function writePack(
  files: readonly { path: string; content: Uint8Array }[],
): Uint8Array<ArrayBuffer> {
  const entries = files.map(({ path, content }): PackEntry => [path, content.length]);
  const head = new TextEncoder().encode(`${JSON.stringify(entries)}\n`);
  const bytes = new Uint8Array(
    head.length + files.reduce((sum, { content }) => sum + content.length, 0),
  );
  bytes.set(head);
  let at = head.length;
  for (const { content } of files) {
    bytes.set(content, at);
    at += content.length;
  }
  return bytes;
}

/**
 * The path that a file of the site has in packs. A fragment of the search index has the same in every segment, so that
 * packs stay the same when segments are joined.
 */
export const packedPath = (path: string): string =>
  path.replace(/^pagefind\/segments\/[^/]+\/(?=fragment\/)/, 'pagefind/');

/** Reads the first line of an uncompressed pack. @throws {SyntaxError} if this is no pack */
export function readPackHead(bytes: Uint8Array): PackHead {
  const end = bytes.indexOf(0x0a);
  return {
    entries: JSON.parse(new TextDecoder().decode(bytes.subarray(0, Math.max(end, 0)))),
    lengthBytes: end + 1,
  };
}

/** A part of a file: bytes of an uncompressed pack. */
export interface Piece {
  pack: string;
  begin: number;
  end: number;
}

/** The pieces of each file of a build, by its path, in their order. */
export type FileTable = ReadonlyMap<string, readonly Piece[]>;

/** The heads of packs, by name, as a text that is part of a build, so that browsers need not look into packs. */
export function writeHeads(heads: ReadonlyMap<string, PackHead>): string {
  return JSON.stringify([...heads]);
}

/** The table of a build. Files with a missing part are left out. @param heads a text of `writeHeads` */
export function readFileTable(heads: string): FileTable {
  const files = new Map<string, (Piece | undefined)[]>();
  for (const [pack, { entries, lengthBytes }] of JSON.parse(heads) as [string, PackHead][]) {
    let begin = lengthBytes;
    for (const [path, length, part = 0, parts = 1] of entries) {
      const pieces = files.get(path) ?? Array.from({ length: parts }, () => undefined);
      pieces[part] = { pack, begin, end: begin + length };
      files.set(path, pieces);
      begin += length;
    }
  }
  for (const [path, pieces] of files) if (pieces.includes(undefined)) files.delete(path);
  return files as Map<string, Piece[]>;
}

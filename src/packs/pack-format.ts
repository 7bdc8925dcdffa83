/**
 * What a pack holds of a file: its path in the site and how many bytes. Packs of earlier versions, which
 * readers may have kept, divide a page over two packs and say which part it is: `['papers/x/index.html', 6100, 0, 2]`.
 */
export type PackEntry =
  | [path: string, lengthBytes: number]
  | [path: string, lengthBytes: number, part: number, parts: number];

/** A file and its bytes. */
export interface PackedFile {
  path: string;
  content: Uint8Array;
}

const newline = 10;

/**
 * A pack before it is compressed: a line of JSON that lists what is in it, and the contents one after the
 * other in the same order. `gunzip` shows it to anybody.
 */
export function writePack(files: readonly PackedFile[]): Uint8Array<ArrayBuffer> {
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

/** The list of what is in a pack, and where in the uncompressed pack the first content begins. */
export interface PackHead {
  entries: PackEntry[];
  lengthBytes: number;
}

/**
 * Reads the list at the beginning of an uncompressed pack.
 * @param bytes the beginning of the pack, as far as it is known
 * @returns undefined where the list does not end within these bytes
 * @throws {SyntaxError} where this is no pack
 */
export function readPackHead(bytes: Uint8Array): PackHead | undefined {
  const end = bytes.indexOf(newline);
  if (end < 0) return undefined;
  return {
    entries: JSON.parse(new TextDecoder().decode(bytes.subarray(0, end))),
    lengthBytes: end + 1,
  };
}

import type { PackHead } from './pack-format.ts';

/**
 * Where the files of a build are. A build brings its own, so that a device need not look into packs to know
 * what is in them.
 */
export interface FileTable {
  /** Names of the packs. */
  packs: string[];
  /** By path: three numbers for each part, the pack (an index into `packs`), where it begins, how long it is. */
  files: Record<string, number[]>;
}

/** The heads of packs as the text that a build brings; `readFileTable` makes the table of it. */
export function writeHeads(heads: ReadonlyMap<string, PackHead>): string {
  return JSON.stringify([...heads]);
}

/** The table of a build. @param text as `writeHeads` wrote it */
export function readFileTable(text: string): FileTable {
  return makeFileTable(new Map(JSON.parse(text)));
}

/** A piece of a file: bytes of an uncompressed pack. */
export interface Piece {
  pack: string;
  begin: number;
  end: number;
}

/**
 * The table of what these packs hold. A file of which a part is missing is not in it.
 * @param heads what is in the packs, by name
 */
export function makeFileTable(heads: ReadonlyMap<string, PackHead>): FileTable {
  const packs = [...heads.keys()];
  const known = new Map<string, (number[] | undefined)[]>();
  packs.forEach((name, pack) => {
    const { entries, lengthBytes } = heads.get(name) as PackHead;
    let at = lengthBytes;
    for (const [path, length, part = 0, parts = 1] of entries) {
      const pieces = known.get(path) ?? Array.from({ length: parts }, () => undefined);
      pieces[part] = [pack, at, length];
      known.set(path, pieces);
      at += length;
    }
  });
  const files: FileTable['files'] = Object.create(null);
  for (const [path, pieces] of known) {
    const whole = pieces.filter((piece) => piece !== undefined);
    if (whole.length === pieces.length) files[path] = whole.flat();
  }
  return { packs, files };
}

/** The pieces that a file is put together from, in their order; undefined where it is not in the table. */
export function findFile({ packs, files }: FileTable, path: string): Piece[] | undefined {
  if (!Object.hasOwn(files, path)) return undefined;
  const numbers = files[path] as number[];
  const pieces: Piece[] = [];
  for (let i = 0; i < numbers.length; i += 3) {
    const [pack = 0, begin = 0, length = 0] = numbers.slice(i, i + 3);
    pieces.push({ pack: packs[pack] ?? '', begin, end: begin + length });
  }
  return pieces;
}

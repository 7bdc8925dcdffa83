/** A pack of a build. */
export interface PackSummary {
  /** `nameDigest` of its compressed bytes, also the name of its file. */
  name: string;
  sizeBytes: number;
  /** Number of paper pages. */
  papers: number;
}

/** The packs of a build: `offline/builds/<build>.json`. */
export interface Manifest {
  format: typeof manifestFormat;
  /** Name of the build: a digest of the rest of the manifest. */
  build: string;
  /** Downloaded on the first visit: the shell, assets, the latest days. */
  core: PackSummary[];
  /** Downloaded if the reader makes everything available offline. */
  rest: PackSummary[];
  /** Compressed texts of `writeHeads`, for the packs of the core and for all packs. */
  tables: { core: PackSummary; whole: PackSummary };
  /**
   * `nameDigest` of files outside the core that scripts fetch and whose names do not change with their content, by
   * path: responses of the network are compared with it.
   */
  digests: Record<string, string>;
}

/** The packs of all of a build, or of its core. */
export function packsOf({ core, rest, tables }: Manifest, isWhole: boolean): PackSummary[] {
  return isWhole ? [...core, tables.core, ...rest, tables.whole] : [...core, tables.core];
}

/** To be raised when the format of packs or manifests changes, so that no worker reads an unknown format. */
export const manifestFormat = 2;

/** Folder of manifests and packs in the site. */
export const packFolder = 'offline/';
/** The file with the current build of the site: `{"build":"…"}`. */
export const pointerPath = `${packFolder}latest.json`;
/** Path of the manifest of a build. */
export const manifestPath = (build: string): string => `${packFolder}builds/${build}.json`;
/** Path of a pack. Hosts do not know the extension, so they do not decompress it. */
export const packPath = (name: string): string => `${packFolder}packs/${name}.pack`;

/** @throws {Error} if the text is no manifest or has another format */
export function readManifest(text: string): Manifest {
  const manifest: Manifest = JSON.parse(text);
  if (manifest?.format !== manifestFormat)
    throw new Error(`the manifest has format ${manifest?.format}, not ${manifestFormat}`);
  return manifest;
}

/** The first 64 bits of a digest in hexadecimal: enough against accidents. */
export function nameDigest(sha256: Uint8Array): string {
  return Array.from(sha256.subarray(0, 8), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

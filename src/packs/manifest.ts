/** A pack, as the manifest of a build names it. */
export interface PackSummary {
  /** The beginning of the SHA-256 of its bytes in hexadecimal: the name of its file too. */
  name: string;
  sizeBytes: number;
  /** How many paper pages are in it. */
  papers: number;
}

/** What a build is made of: `offline/builds/<build>.json`. */
export interface Manifest {
  format: typeof manifestFormat;
  /** Names the build: a digest of the names of its packs. */
  build: string;
  /** Kept at once: the shell, assets, the latest days. */
  core: PackSummary[];
  /** Kept when a reader asks for everything. */
  rest: PackSummary[];
  /** Packs of another kind: the heads of the core's packs, and those of all, as `writeHeads` writes them. */
  tables: { core: PackSummary; whole: PackSummary };
  /**
   * Digests of files outside the core that keep their names when they change and that scripts ask for,
   * by path: what comes from the network is compared with them. See `digestLength`.
   */
  digests: Record<string, string>;
}

/** What has to be on a device that keeps a build: its core, or all of it. */
export function packsOf({ core, rest, tables }: Manifest, isWhole: boolean): PackSummary[] {
  return isWhole ? [...core, tables.core, ...rest, tables.whole] : [...core, tables.core];
}

/** Rises when packs or manifests are written in another way, so that no worker reads what it does not know. */
export const manifestFormat = 2;

/** How many hexadecimal digits of a SHA-256 name a pack, a build, a file: 64 bits, against accidents. */
export const digestLength = 16;

/** Where manifests and packs lie in the site, in folders of their own: hosts may have them cached for ever. */
export const packFolder = 'offline/';
/** The file that says which build the site is now: `{"build":"…"}`. */
export const pointerPath = `${packFolder}latest.json`;
/** Path of the manifest of a build. */
export const manifestPath = (build: string): string => `${packFolder}builds/${build}.json`;
/** Path of a pack. The ending keeps hosts from unpacking it on the way. */
export const packPath = (name: string): string => `${packFolder}packs/${name}.pack`;

/**
 * Reads a manifest.
 * @throws {Error} where it is none, or of another format
 */
export function readManifest(text: string): Manifest {
  const manifest: Manifest = JSON.parse(text);
  if (manifest?.format !== manifestFormat)
    throw new Error(`the manifest has format ${manifest?.format}, not ${manifestFormat}`);
  return manifest;
}

/** The bytes as the hexadecimal digits that name them. @param sha256 the 32 bytes of a digest */
export function nameDigest(sha256: Uint8Array): string {
  return Array.from(sha256, (byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .slice(0, digestLength);
}

import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Archive } from '../archive/archive.ts';
import { checkSeeds } from '../corrections/check-seeds.ts';
import type { Correction, CorrectionLine } from '../corrections/corrections.ts';
import { explainRefusal } from '../render/explain-refusal.ts';
import { seedsFolder } from '../store/locations.ts';
import { readSeeds } from '../store/read-seeds.ts';
import { today } from '../store/today.ts';

/** An archive, and what its keeper corrects. */
export interface CorrectedArchive extends Archive {
  /** By the identity of their paper, in the order of the file. */
  corrections: ReadonlyMap<string, Correction[]>;
}

let latest: { snapshot: string; archive: Promise<CorrectedArchive> } | undefined;

/**
 * The archive as the seeds folder is now; read once for all collections, and again when a file of it
 * has changed. Nothing is written: a half-typed title must not become a permalink.
 * @throws {CaptureError} with every fault of every file
 */
export async function readArchive(): Promise<CorrectedArchive> {
  const folder = seedsFolder();
  const snapshot = await describeFolder(folder);
  if (latest?.snapshot !== snapshot) latest = { snapshot, archive: loadArchive(folder) };
  return latest.archive;
}

async function loadArchive(folder: string): Promise<CorrectedArchive> {
  const seeds = await readSeeds(folder);
  const { archive, corrections } = checkSeeds(seeds, { today: today(), explainRefusal });
  return { ...archive, corrections: withoutPlaces(corrections) };
}

/** Where a correction stands in the file is none of what a paper is made of: it is restored once. */
function withoutPlaces(byPaper: ReadonlyMap<string, CorrectionLine[]>): Map<string, Correction[]> {
  const bare = ({ line, columns, ...correction }: CorrectionLine): Correction => correction;
  return new Map([...byPaper].map(([identity, lines]) => [identity, lines.map(bare)]));
}

/** Names, sizes and times of a folder's files: what changes when a seed does. */
async function describeFolder(folder: string): Promise<string> {
  // A folder or a file that is not there is a fault to whoever reads it, not here.
  const names = (await readdir(folder).catch(() => [])).sort();
  const files = await Promise.all(
    names.map(async (name) => {
      const stat = await lstat(join(folder, name)).catch(() => undefined);
      return `${name} ${stat?.size} ${stat?.mtimeMs}`;
    }),
  );
  return files.join('\n');
}

import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Archive } from '../archive/archive.ts';
import { buildArchive } from '../archive/build-archive.ts';
import { emptyLedger, parseLedger } from '../archive/ledger.ts';
import { CaptureError } from '../capture/problem.ts';
import { readCorrections } from '../corrections/check-corrections.ts';
import type { Correction, CorrectionLine } from '../corrections/corrections.ts';
import { explainRefusal } from '../render/explain-refusal.ts';
import { seedsFolder } from '../store/locations.ts';
import { correctionsName, ledgerName, readSeeds, seedLabel } from '../store/read-seeds.ts';

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
  const { captures, ledger: text, corrections, problems } = await readSeeds(folder);
  const ledger = text === undefined ? emptyLedger : parseLedger(seedLabel(ledgerName), text);
  const built = buildArchive(captures, ledger, { today: new Date().toISOString().slice(0, 10) });
  const all = [...problems, ...built.problems];
  const label = seedLabel(correctionsName);
  const sound = all.length === 0 ? built.archive : undefined;
  const checked = readCorrections(label, corrections, sound, explainRefusal);
  all.push(...checked.problems);
  if (all.length > 0) throw new CaptureError(all);
  return { ...built.archive, corrections: withoutPlaces(checked.byPaper) };
}

/** Where a correction stands in the file is none of what a paper is made of: it is restored once. */
function withoutPlaces(byPaper: ReadonlyMap<string, CorrectionLine[]>): Map<string, Correction[]> {
  const bare = ({ line, columns, ...correction }: CorrectionLine): Correction => correction;
  return new Map([...byPaper].map(([identity, lines]) => [identity, lines.map(bare)]));
}

/** Names, sizes and times of a folder's files: what changes when a seed does. */
async function describeFolder(folder: string): Promise<string> {
  const names = (await readdir(folder)).sort();
  const files = await Promise.all(
    names.map(async (name) => {
      const { size, mtimeMs } = await stat(join(folder, name));
      return `${name} ${size} ${mtimeMs}`;
    }),
  );
  return files.join('\n');
}

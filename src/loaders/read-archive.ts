import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Archive } from '../archive/archive.ts';
import { buildArchive } from '../archive/build-archive.ts';
import { emptyLedger, parseLedger } from '../archive/ledger.ts';
import { CaptureError } from '../capture/problem.ts';
import { seedsFolder } from '../store/locations.ts';
import { ledgerName, readSeeds, seedLabel } from '../store/read-seeds.ts';

let latest: { snapshot: string; archive: Promise<Archive> } | undefined;

/**
 * The archive as the seeds folder is now; read once for all collections, and again when a file of it
 * has changed. Nothing is written: a half-typed title must not become a permalink.
 * @throws {CaptureError} with every fault of every file
 */
export async function readArchive(): Promise<Archive> {
  const folder = seedsFolder();
  const snapshot = await describeFolder(folder);
  if (latest?.snapshot !== snapshot) latest = { snapshot, archive: loadArchive(folder) };
  return latest.archive;
}

async function loadArchive(folder: string): Promise<Archive> {
  const { captures, ledger: text, problems } = await readSeeds(folder);
  const ledger = text === undefined ? emptyLedger : parseLedger(seedLabel(ledgerName), text);
  const built = buildArchive(captures, ledger, { today: new Date().toISOString().slice(0, 10) });
  const all = [...problems, ...built.problems];
  if (all.length > 0) throw new CaptureError(all);
  return built.archive;
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

import { checkSeeds } from '../corrections/check-seeds.ts';
import type { OpenedArchive } from '../records/opened-archive.ts';
import { planRecords, recordsVersion } from '../records/record-archive.ts';
import { explainRefusal } from '../render/explain-refusal.ts';
import { describeFolder } from '../store/describe-folder.ts';
import { cacheFolder, seedsFolder } from '../store/locations.ts';
import { readSeeds } from '../store/read-seeds.ts';
import { today } from '../store/today.ts';

let latest: { snapshot: string; archive: Promise<OpenedArchive> } | undefined;

/**
 * The archive as the seeds folder is now, read once for all collections, and again when a file of it has
 * changed. Nothing is written into the folder: a half-typed title must not become a permalink.
 * @throws {CaptureError} with every fault of every file
 */
export async function openArchive(): Promise<OpenedArchive> {
  const folder = seedsFolder();
  const snapshot = JSON.stringify(await describeFolder(folder));
  if (latest?.snapshot !== snapshot) latest = { snapshot, archive: readArchive(folder) };
  return latest.archive;
}

async function readArchive(folder: string): Promise<OpenedArchive> {
  const seeds = await readSeeds(folder);
  const { archive, corrections } = checkSeeds(seeds, { today: today(), explainRefusal });
  const plan = planRecords(archive, corrections, cacheFolder(), await recordsVersion());
  await plan.make();
  return { ...archive, records: plan.keys };
}

import type { SiteWriter } from '../src/integrations/site-writer.ts';
import { openKnownReading } from '../src/records/known-reading.ts';
import type { RecordWorkers } from '../src/records/make-records.ts';
import { RecordStore } from '../src/records/record-store.ts';
import { cacheFolder, seedsFolder } from '../src/store/locations.ts';
import { readSeeds } from '../src/store/read-seeds.ts';
import { ensureWritable } from '../src/store/write-atomically.ts';
import type { CodeVersions } from './code-versions.ts';
import { refuseLostLedger } from './lost-ledger.ts';
import { checkRead, requireRegistered, type SoundArchive } from './register-seeds.ts';

/**
 * Reads the seeds, and checks that the ledger can be written if that will be necessary. Meanwhile threads that take
 * long to start are started on the other core.
 */
export async function readSeedsFolder(
  versions: CodeVersions,
  writer: SiteWriter,
  workers: RecordWorkers,
  isNewLedger: boolean,
): Promise<SoundArchive> {
  // Opening replaces a store of another version, so other threads may open it only afterwards.
  const store = new RecordStore(cacheFolder());
  writer.begin();
  try {
    // The callback is called for a new capture, whose papers have no records.
    const known = openKnownReading(store, await versions.reading, () => workers.start());
    const seeds = await readSeeds(seedsFolder(), known.captures);
    if (!isNewLedger) refuseLostLedger(seeds, seedsFolder());
    const sound = checkRead(seeds, known);
    if (process.env.CI === 'true') requireRegistered(sound, knownInCi);
    if (sound.isLedgerChanged) await ensureWritable(seedsFolder());
    known.keep();
    return sound;
  } catch (error) {
    // The writer may have read damaged data.
    await writer.stop();
    throw error;
  } finally {
    store.close();
  }
}

const knownInCi = {
  reason: 'with CI=true a build does not write it',
  hint: 'run npm run seeds:add -- seeds/*.txt and commit seeds/ledger.json.',
};

import { planRecords, recordsVersion } from '../src/records/record-archive.ts';
import { RecordStore } from '../src/records/record-store.ts';
import { createRestorer } from '../src/restore/create-restorer.ts';
import { cacheFolder, seedsFolder } from '../src/store/locations.ts';
import { readModel } from '../src/store/read-model.ts';
import { exitOnFault } from './exit-on-fault.ts';
import { orWithoutCache } from './or-without-cache.ts';
import { parseOptions } from './parse-options.ts';
import { readSoundArchive, type SoundArchive } from './register-seeds.ts';
import { describeReport } from './report/describe-report.ts';
import { makeReport } from './report/make-report.ts';
import type { Report } from './report/report.ts';

const usage = `npm run report [-- --json]
  what the archive lacks: days, ids, metadata, and formulas that are doubtful or were not restored
  --json  all of it, for programs`;

await exitOnFault(async () => {
  const options = { json: { type: 'boolean', default: false } } as const;
  const { values } = parseOptions({ options }, usage);
  const sound = await readSoundArchive(seedsFolder());
  const report = await orWithoutCache(
    () => reportArchive(sound),
    (line) => console.error(line),
  );
  if (values.json) console.log(JSON.stringify(report, undefined, 2));
  else for (const line of describeReport(report)) console.log(line);
}, 'nothing was reported');

/** Reports on an archive from its records; those that are missing are made, and kept for the next build. */
async function reportArchive(sound: SoundArchive): Promise<Report> {
  const version = await recordsVersion();
  const plan = planRecords(sound.archive, sound.corrections, cacheFolder(), version);
  await plan.make();
  const store = new RecordStore(cacheFolder());
  const keyOf = (slug: string): string => plan.keys.get(slug) ?? '';
  try {
    return makeReport(
      sound,
      {
        readHead: (slug) => store.readPart('head', keyOf(slug)),
        readTexts: (slug) => store.readPart('texts', keyOf(slug)),
      },
      createRestorer(readModel()).restore,
    );
  } finally {
    store.close();
  }
}

import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { exitOnFault, UsageError } from '../exit-on-fault.ts';

const usage = `npm run bench:seeds -- --entries 1000|all --out DIR [--from FILE.jsonl.gz]
  makes captures in the format of the seeds, a file a day, for trying the site at size:
  DAYLEAF_SEEDS=DIR DAYLEAF_OUT=SITE npm run build`;

/** A line of the file that the captures are made from. */
interface Record {
  /** ISO date. */
  date: string;
  title: string;
  abstract: string;
}

/** The lines that stand above the date on the page that captures come from. */
const header = [
  'new',
  'Get trending papers in your email inbox!',
  'Subscribe',
  'byAK and the research community',
];

/** Makes seeds from real entries: `2024-05-27.txt` and so on, the oldest days first. */
await exitOnFault(async () => {
  const { values } = parseArgs({
    options: {
      entries: { type: 'string', default: '1000' },
      out: { type: 'string' },
      from: { type: 'string', default: '../shared/scale/hf-daily.jsonl.gz' },
    },
  });
  const { entries, out, from } = values;
  const most = entries === 'all' ? Number.POSITIVE_INFINITY : Number(entries);
  if (!out || !(most > 0)) throw new UsageError(usage);
  if (!existsSync(from)) throw new UsageError(`There is no file ${from}.\n\n${usage}`);

  const lines = gunzipSync(await readFile(from))
    .toString()
    .split('\n')
    .filter(Boolean);
  const records = lines.slice(0, most).map((line): Record => JSON.parse(line));
  const days = Map.groupBy(records, (record) => record.date);
  await mkdir(out, { recursive: true });
  for (const [date, ofDay] of days) {
    const day = new Date(`${date}T00:00:00Z`).toLocaleDateString('en-US', {
      timeZone: 'UTC',
      month: 'short',
      day: 'numeric',
    });
    const blocks = [...header, day, ...ofDay.flatMap(({ title, abstract }) => [title, abstract])];
    await writeFile(
      join(out, `${date}.txt`),
      `${blocks.map((block) => block.replace(/\s+/g, ' ').trim()).join('\n\n')}\n`,
    );
  }
  console.log(`${records.length} entries on ${days.size} days in ${out}`);
});

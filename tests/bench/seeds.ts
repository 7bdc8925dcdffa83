import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { exitOnFault, UsageError } from '../../scripts/exit-on-fault.ts';
import { makeCaptures, readEntries, writeCaptures } from './make-captures.ts';

const usage = `npm run bench:seeds -- --from FILE.jsonl.gz --out DIR [--entries 1000|all]
  makes captures in the format of the seeds, a file a day, for trying the site at size; a line of FILE is
  {"date","title","abstract"}:
  DAYLEAF_SEEDS=DIR DAYLEAF_OUT=SITE npm run build`;

/** Makes seeds from real entries: `2024-05-27.txt` and so on, in the order of the file. */
await exitOnFault(async () => {
  const { values } = parseArgs({
    options: {
      entries: { type: 'string', default: '1000' },
      out: { type: 'string' },
      from: { type: 'string' },
    },
  });
  const { entries, out, from } = values;
  const most = entries === 'all' ? Number.POSITIVE_INFINITY : Number(entries);
  if (!from || !out || !(most > 0)) throw new UsageError(usage);
  if (!existsSync(from)) throw new UsageError(`There is no file ${from}.\n\n${usage}`);

  const chosen = (await readEntries(from)).slice(0, most);
  const captures = makeCaptures(chosen);
  await writeCaptures(out, captures);
  console.log(`${chosen.length} entries on ${captures.size} days in ${out}`);
});

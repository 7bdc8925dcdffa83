import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { seedLabel } from '../src/capture/seed-name.ts';
import { checkChange, findSeedName, finishChange, openSeeds } from './change-seeds.ts';
import { exitOnFault, UsageError } from './exit-on-fault.ts';
import { parseOptions } from './parse-options.ts';

const usage = `npm run seeds:remove -- FILE [--dry-run]
  FILE       a capture in seeds/
  --dry-run  says what would happen to addresses, and removes nothing`;

await exitOnFault(async () => {
  const options = { 'dry-run': { type: 'boolean', default: false } } as const;
  const { positionals, values } = parseOptions({ allowPositionals: true, options }, usage);
  const [path] = positionals;
  if (path === undefined || positionals.length > 1) throw new UsageError(usage);
  const open = await openSeeds();
  const name = findSeedName(open, path);
  const label = seedLabel(name);
  const isOther = ({ file }: { file: string }): boolean => file !== label;
  const { captures, problems } = open.seeds;
  const sound = checkChange(open, {
    captures: captures.filter(isOther),
    problems: problems.filter(isOther),
    ledger: open.ledger,
  });
  await finishChange(open, sound, {
    done: `${label} is removed.`,
    isDryRun: values['dry-run'],
    changeFile: () => rm(join(open.folder, name)),
  });
});

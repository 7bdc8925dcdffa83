import { parseArgs } from 'node:util';
import { buildSite } from './build-site.ts';
import { exitOnFault, UsageError } from './exit-on-fault.ts';

const usage = `npm run build [-- --new-ledger]
  --new-ledger  makes a new ledger where the last one is lost: addresses may change`;

await exitOnFault(() => buildSite({ isNewLedger: readArguments()['new-ledger'] }));

/** @throws {UsageError} where the command is called otherwise */
function readArguments() {
  try {
    return parseArgs({ options: { 'new-ledger': { type: 'boolean', default: false } } }).values;
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n\n${usage}`);
  }
}

import { buildSite } from './build-site.ts';
import { exitOnFault } from './exit-on-fault.ts';
import { parseOptions } from './parse-options.ts';

const usage = `npm run build [-- --new-ledger]
  --new-ledger  creates a new ledger if the last one is lost: addresses may change`;

await exitOnFault(async () => {
  const options = { 'new-ledger': { type: 'boolean', default: false } } as const;
  const { values } = parseOptions({ options }, usage);
  await buildSite({ isNewLedger: values['new-ledger'] });
});

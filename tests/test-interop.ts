import { existsSync } from 'node:fs';
import { readAddress, siteFolder } from '../scripts/build-site.ts';
import { exitOnFault, UsageError } from '../scripts/exit-on-fault.ts';
import { runChecks } from './check/run-checks.ts';
import { readSite, type SiteCheck } from './check/site-pages.ts';
import { biberReadsBibtex, pandocReadsBibtex, pandocReadsCslJson } from './interop/read-bibtex.ts';
import { xmlSchemas } from './interop/xml-schemas.ts';

/** Other people's programs over what the built site gives them: a check is a file in `interop/`. */
const checks: SiteCheck[] = [
  biberReadsBibtex,
  pandocReadsBibtex,
  pandocReadsCslJson,
  ...xmlSchemas,
];

/**
 * `npm run test:interop`: programs that are no npm packages read the files of the built site.
 * CONTRIBUTING names the Debian packages that hold them.
 */
await exitOnFault(async () => {
  const folder = siteFolder();
  if (!existsSync(folder))
    throw new UsageError(`There is no site in ${folder} yet: npm run build makes it.`);
  const { passed, failed } = await runChecks(await readSite(folder, readAddress()), checks);
  console.log(`${passed} passed, ${failed} failed`);
  if (failed > 0) process.exitCode = 1;
}, 'nothing was checked');

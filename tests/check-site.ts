import { existsSync } from 'node:fs';
import { readAddress, siteFolder } from '../scripts/build-site.ts';
import { exitOnFault, UsageError } from '../scripts/exit-on-fault.ts';
import { readRegistered } from '../scripts/register-seeds.ts';
import { count } from '../src/capture/problem.ts';
import { seedsFolder } from '../src/store/locations.ts';
import { readableCitations } from './check/citations.ts';
import { dataAddresses } from './check/data-addresses.ts';
import { dataSchemas } from './check/data-schemas.ts';
import { dataTexts, frontMatter } from './check/data-texts.ts';
import { describedPages } from './check/described-pages.ts';
import { allEntries } from './check/entries.ts';
import { feedDocuments } from './check/feeds.ts';
import { internalLinks, noOtherHost } from './check/links.ts';
import { listAsCaptured, noKatexError, noResidue, wholeFormulas } from './check/mathematics.ts';
import { wholePacks } from './check/offline.ts';
import { canonicalAddress, oneAddress, oneHeading, validHtml } from './check/page-shape.ts';
import { hostPolicy, strictPolicy } from './check/policy.ts';
import { relatedPapers } from './check/related.ts';
import { mostShown, runChecks } from './check/run-checks.ts';
import { type BuiltSite, readSite, type SiteCheck } from './check/site-pages.ts';
import { sitemaps } from './check/sitemaps.ts';
import { styleSheets } from './check/styles.ts';
import { takenMetadata } from './check/taken-metadata.ts';

/** Checks the built site; prints what is at fault, and a line `N passed, N failed` over the checks. */
await exitOnFault(async () => {
  const folder = siteFolder();
  const address = readAddress();
  if (!existsSync(folder))
    throw new UsageError(`There is no site in ${folder} yet: npm run build makes it.`);
  const { archive } = await readRegistered(seedsFolder(), {
    reason: 'so the site is older than the seeds',
    hint: 'run npm run build, and then this again.',
  });
  const site = await readSite(folder, address);
  const checks: SiteCheck[] = [
    internalLinks,
    allEntries(archive),
    oneHeading,
    oneAddress,
    canonicalAddress,
    validHtml,
    noKatexError,
    noResidue,
    wholeFormulas,
    relatedPapers,
    readableCitations,
    takenMetadata,
    describedPages,
    noOtherHost,
    styleSheets,
    feedDocuments(archive),
    sitemaps,
    wholePacks,
    strictPolicy,
    hostPolicy,
    dataSchemas,
    dataTexts(archive),
    frontMatter,
    dataAddresses,
  ];
  const { passed, failed } = await runChecks(site, checks);
  reportAsCaptured(site);
  console.log(`${passed} passed, ${failed} failed`);
  if (failed > 0) process.exitCode = 1;
}, 'nothing was checked');

/** Says what the papers still show as captured: a warning to the maintainer, never a failure. */
function reportAsCaptured({ pages }: BuiltSite): void {
  const marked = listAsCaptured(pages);
  const papers = new Set(marked.map(({ file }) => file)).size;
  const what = `${count(marked.length, 'place')} in ${count(papers, 'paper')}`;
  const verb = marked.length === 1 ? 'is' : 'are';
  console.log(`${what} ${verb} shown as captured${marked.length > 0 ? ':' : '.'}`);
  for (const { file, text } of marked.slice(0, mostShown)) console.log(`    ${text}  (${file})`);
  if (marked.length > mostShown) console.log(`    and ${marked.length - mostShown} more`);
}

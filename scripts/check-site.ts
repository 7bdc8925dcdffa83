import { readSiteUrl } from '../src/site.ts';
import { seedsFolder } from '../src/store/locations.ts';
import { siteFolder } from './build-site.ts';
import { allEntries } from './check/entries.ts';
import { internalLinks, noOtherHost } from './check/links.ts';
import { listAsCaptured, noKatexError, noResidue, wholeFormulas } from './check/mathematics.ts';
import { canonicalAddress, oneAddress, oneHeading, validHtml } from './check/page-shape.ts';
import { type BuiltSite, readSite, type SiteCheck } from './check/site-pages.ts';
import { styleSheets } from './check/styles.ts';
import { exitOnFault } from './exit-on-fault.ts';
import { registerSeeds } from './register-seeds.ts';

/** How many findings of one check are printed. */
const mostShown = 20;

/** Checks the built site; prints what is at fault, and a line `N passed, N failed` over the checks. */
await exitOnFault(async () => {
  const { archive } = await registerSeeds(seedsFolder(), { isReadOnly: true });
  const site = await readSite(siteFolder(), readSiteUrl());
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
    noOtherHost,
    styleSheets,
  ];
  let failed = 0;
  for (const check of checks) {
    const findings = await check.find(site);
    console.log(`${findings.length === 0 ? '✓' : '✗'} ${check.name}`);
    for (const { file, message } of findings.slice(0, mostShown))
      console.log(`    ${file}  ${message}`);
    if (findings.length > mostShown) console.log(`    and ${findings.length - mostShown} more`);
    if (findings.length > 0) failed++;
  }
  reportAsCaptured(site);
  console.log(`${checks.length - failed} passed, ${failed} failed`);
  if (failed > 0) process.exitCode = 1;
});

/** Says what the papers still show as captured: a warning to the keeper, never a failure. */
function reportAsCaptured({ pages }: BuiltSite): void {
  const marked = listAsCaptured(pages);
  const papers = new Set(marked.map(({ file }) => file)).size;
  console.log(
    `${marked.length} places in ${papers} papers are shown as captured${marked.length > 0 ? ':' : '.'}`,
  );
  for (const { file, text } of marked.slice(0, mostShown)) console.log(`    ${text}  (${file})`);
  if (marked.length > mostShown) console.log(`    and ${marked.length - mostShown} more`);
}

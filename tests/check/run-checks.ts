import type { BuiltSite, SiteCheck } from './site-pages.ts';

/** How many findings of one check are printed. */
export const mostShown = 20;

/** Runs checks over a built site, prints what each finds, and counts. */
export async function runChecks(
  site: BuiltSite,
  checks: readonly SiteCheck[],
): Promise<{ passed: number; failed: number }> {
  let failed = 0;
  for (const check of checks) {
    const findings = await check.find(site);
    console.log(`${findings.length === 0 ? '✓' : '✗'} ${check.name}`);
    for (const { file, message } of findings.slice(0, mostShown))
      console.log(`    ${file}  ${message}`);
    if (findings.length > mostShown) console.log(`    and ${findings.length - mostShown} more`);
    if (findings.length > 0) failed++;
  }
  return { passed: checks.length - failed, failed };
}

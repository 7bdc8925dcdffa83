import { type LaunchedChrome, launch } from 'chrome-launcher';
import lighthouse, { type Flags } from 'lighthouse';
import { ensureBrowser } from '../../scripts/find-browser.ts';

/** What Lighthouse judges. */
export type Category = 'performance' | 'accessibility' | 'best-practices' | 'seo';

/** What Lighthouse says about a page. */
export interface Audit {
  /** From 0 to 100, by category. */
  scores: Partial<Record<Category, number>>;
  /** What the scores of the categories lost points for, in words with the audit's name. */
  faults: string[];
  /** Times in ms, and the sum of shifts, by the name of the audit. */
  metrics: Record<string, number>;
}

/** A Chromium that Lighthouse can drive. */
export async function launchForAudits(): Promise<LaunchedChrome> {
  return launch({
    chromePath: ensureBrowser(),
    chromeFlags: ['--headless=new', '--no-sandbox', '--disable-quic'],
    logLevel: 'silent',
  });
}

const metrics = [
  'first-contentful-paint',
  'largest-contentful-paint',
  'speed-index',
  'total-blocking-time',
  'cumulative-layout-shift',
];

/**
 * Runs Lighthouse on a page as it comes: a phone of middling strength on slow 4G, nothing cached.
 * @throws {Error} where Lighthouse cannot judge the page
 */
export async function auditPage(
  { port }: LaunchedChrome,
  url: string,
  categories: readonly Category[],
): Promise<Audit> {
  const flags: Flags = { port, onlyCategories: [...categories], logLevel: 'silent' };
  const report = (await lighthouse(url, flags))?.lhr;
  if (!report || report.runtimeError)
    throw new Error(`Lighthouse could not judge ${url}: ${report?.runtimeError?.message}`);
  const audit: Audit = { scores: {}, faults: [], metrics: {} };
  for (const name of categories) {
    const { score, auditRefs } = report.categories[name] ?? { score: null, auditRefs: [] };
    audit.scores[name] = Math.round((score ?? 0) * 100);
    for (const { id, weight } of auditRefs) {
      const { score: part, title, displayValue, details } = report.audits[id] ?? {};
      if (weight === 0 || part === null || part === undefined || part >= 1) continue;
      const places = name === 'performance' ? '' : ` ${JSON.stringify(details)}`;
      audit.faults.push(`${name}: ${title} (${id}) ${displayValue ?? ''}${places}`);
    }
  }
  for (const id of metrics) audit.metrics[id] = report.audits[id]?.numericValue ?? Number.NaN;
  return audit;
}

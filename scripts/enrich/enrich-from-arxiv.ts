import type { Fact } from '../../src/metadata/fact.ts';
import { UsageError } from '../exit-on-fault.ts';
import { FetchProgress } from '../fetch/fetch-progress.ts';
import { PoliteClient } from '../fetch/polite-client.ts';
import { userAgent } from '../fetch/user-agent.ts';
import { ArxivApi } from './arxiv-api.ts';
import { AskedPapers } from './asked-papers.ts';
import { fetchRecords } from './fetch-records.ts';
import type { CapturedPapers } from './papers-to-match.ts';

/** arXiv asks for one request in three seconds. @see https://info.arxiv.org/help/api/tou.html */
const pauseMs = 3000;

/**
 * Adds what arXiv's API says about the papers of an archive. For tests, `DAYLEAF_ARXIV_API` is the address of another
 * server, and `DAYLEAF_ARXIV_PAUSE_MS` the pause between requests to it.
 * @param options `write` is called repeatedly with the facts found so far
 * @throws {FetchError} without an answer
 */
export async function enrichFromArxiv(
  papers: CapturedPapers,
  facts: readonly Fact[],
  options: {
    without: readonly string[];
    today: string;
    isDryRun: boolean;
    write: (facts: readonly Fact[]) => Promise<void>;
  },
): Promise<{ facts: Fact[]; summary: string }> {
  const { without, today, isDryRun, write } = options;
  const { DAYLEAF_ARXIV_API: other, DAYLEAF_ARXIV_PAUSE_MS: pause } = process.env;
  const address = other ?? 'https://export.arxiv.org/api/query';
  if (!URL.canParse(address))
    throw new UsageError(`DAYLEAF_ARXIV_API must be the address of an API, not "${address}".`);
  let progress: FetchProgress | undefined;
  const client = new PoliteClient({
    userAgent: userAgent(),
    accept: 'application/atom+xml',
    pauseMs: other !== undefined && pause !== undefined ? Number(pause) : pauseMs,
    onRetry: (reason, waitMs) => progress?.wait(reason, waitMs),
  });
  const asked = new AskedPapers(today);
  try {
    return await fetchRecords(papers, facts, {
      ...{ api: new ArxivApi(new URL(address), client, today), asked, without },
      onRequest: (what, index, total) => {
        progress ??= new FetchProgress(total, 'request');
        progress.begin(what, index);
      },
      save: async (found) => {
        await write(found);
        if (!isDryRun) await asked.save();
      },
    });
  } finally {
    progress?.clear();
  }
}

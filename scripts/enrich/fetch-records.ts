import { count } from '../../src/capture/problem.ts';
import type { Fact } from '../../src/metadata/fact.ts';
import type { PaperToMatch } from '../../src/metadata/paper-index.ts';
import type { SourceRecord } from '../../src/metadata/sources/source-record.ts';
import { FetchError } from '../fetch/read-answer.ts';
import { type ArxivApi, idsOfRequest } from './arxiv-api.ts';
import type { AskedPapers } from './asked-papers.ts';
import { enrich } from './enrich-from-file.ts';
import { type CapturedPapers, indexPapers, listPapers } from './papers-to-match.ts';

export interface FetchRecordsOptions {
  api: Pick<ArxivApi, 'fetchIds' | 'findTitle'>;
  asked: Pick<AskedPapers, 'has' | 'add'>;
  without: readonly string[];
  /** Called before each request with its subject, its index from 0, and the number of requests. */
  onRequest: (what: string, index: number, total: number) => void;
  /** Saves the facts found so far. */
  save: (facts: readonly Fact[]) => Promise<void>;
}

/** Requests after which facts are saved: at one in three seconds, half a minute of work. */
const requestsUntilSaved = 10;

interface Request {
  what: string;
  questions: string[];
  ask: (api: FetchRecordsOptions['api']) => Promise<SourceRecord[]>;
}

/**
 * Asks arXiv about the papers without facts from it: by id, or by title if no id is known.
 * @returns the facts with what was found; `save` has received them, too
 * @throws {FetchError} without an answer; what was found before was saved
 */
export async function fetchRecords(
  papers: CapturedPapers,
  before: readonly Fact[],
  options: FetchRecordsOptions,
): Promise<{ facts: Fact[]; summary: string }> {
  const { api, asked, without, onRequest, save } = options;
  const requests = planRequests(papers, before, asked);
  let facts = [...before];
  // Papers whose ids are found meanwhile are not asked about again.
  const index = indexPapers(papers, facts);
  let found = 0;
  try {
    for (const [i, { what, questions, ask }] of requests.entries()) {
      onRequest(what, i, requests.length);
      const records = await ask(api);
      const done = enrich(what, index, facts, { records, skipped: [] }, { without });
      facts = done.facts;
      found += done.papers;
      asked.add(questions);
      if (i % requestsUntilSaved === requestsUntilSaved - 1) await save(facts);
    }
  } catch (error) {
    if (!(error instanceof FetchError)) throw error;
    throw new FetchError(
      `${error.message}\n  hint: what was found before is kept; npm run enrich -- --fetch goes on from there.`,
    );
  } finally {
    await save(facts);
  }
  const summary = `arXiv: ${count(requests.length, 'request')}, ${count(found, 'paper')} found.`;
  return { facts, summary };
}

function planRequests(
  papers: CapturedPapers,
  facts: readonly Fact[],
  asked: Pick<AskedPapers, 'has'>,
): Request[] {
  const known = new Set(
    facts
      .filter(({ source, field }) => source === 'arxiv' && field !== 'candidate')
      .map((f) => f.paper),
  );
  const open = listPapers(papers, facts).filter(
    (paper) => !known.has(paper.identity) && !asked.has(questionOf(paper)),
  );
  const withId = open.filter(({ arxivId }) => arxivId !== undefined);
  const batches = Array.from({ length: Math.ceil(withId.length / idsOfRequest) }, (_, i) =>
    withId.slice(i * idsOfRequest, (i + 1) * idsOfRequest),
  );
  return [
    ...batches.map((papers): Request => {
      const ids = papers.map(({ arxivId }) => arxivId ?? '');
      return {
        what: count(papers.length, 'id'),
        questions: papers.map(questionOf),
        ask: (api) => api.fetchIds(ids),
      };
    }),
    ...open
      .filter(({ arxivId }) => arxivId === undefined)
      .map((paper): Request => {
        const title = paper.revisions.at(-1)?.title ?? '';
        return {
          what: paper.slug,
          questions: [questionOf(paper)],
          ask: (api) => api.findTitle(title),
        };
      }),
  ];
}

const questionOf = ({ arxivId, identity }: PaperToMatch): string =>
  arxivId === undefined ? `title ${identity}` : `id ${arxivId}`;

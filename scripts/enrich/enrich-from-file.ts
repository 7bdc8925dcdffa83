import { count } from '../../src/capture/problem.ts';
import type { Fact } from '../../src/metadata/fact.ts';
import { matchPapers } from '../../src/metadata/match-papers.ts';
import type { PaperIndex } from '../../src/metadata/paper-index.ts';
import type { SourceReading } from '../../src/metadata/sources/source-record.ts';
import { factOfUncertain, factsOfMatch, updateFacts } from '../../src/metadata/update-facts.ts';
import { FileProgress } from './file-progress.ts';
import { type CapturedPapers, candidatesOf, indexPapers } from './papers-to-match.ts';
import { readSourceFile } from './read-source-file.ts';

export interface EnrichOptions {
  /** The name of the source, where the format does not give it. */
  source: string;
  /** Names of sources that are left out. */
  without: readonly string[];
  /** ISO date. */
  today: string;
}

/** Facts after a source was read, and what to say about it. */
export interface Enriched {
  facts: Fact[];
  /** How many papers were found. */
  papers: number;
  summary: string;
  /** Sentences about entries that were skipped. */
  skipped: string[];
}

/**
 * Adds what a file says about the papers of an archive.
 * @throws {UsageError} when the file cannot be read
 * @throws {CaptureError} when it is of no known format, or damaged
 */
export async function enrichFromFile(
  path: string,
  papers: CapturedPapers,
  facts: readonly Fact[],
  options: EnrichOptions,
): Promise<Enriched> {
  const progress = new FileProgress(path);
  const index = indexPapers(papers, facts);
  try {
    const { source, today } = options;
    const onProgress = (readBytes: number, sizeBytes: number): void =>
      progress.show(readBytes, sizeBytes);
    const reading = await readSourceFile(path, { index, source, today, onProgress });
    return enrich(path, index, facts, reading, options);
  } finally {
    progress.clear();
  }
}

/** Adds what records say about papers. @param what is read, for people */
export function enrich(
  what: string,
  index: PaperIndex,
  facts: readonly Fact[],
  { records, skipped }: SourceReading,
  { without }: Pick<EnrichOptions, 'without'>,
): Enriched {
  const used = records.filter(({ source }) => !without.includes(source));
  const { matches, uncertain } = matchPapers(index, used, candidatesOf(facts));
  const added = [...matches.flatMap(factsOfMatch), ...uncertain.map(factOfUncertain)];
  const found = Map.groupBy(matches, ({ match }) => match);
  const how = [
    ['by id', 'id'],
    ['by title and abstract', 'text'],
    ['by title', 'title'],
    ['accepted', 'maintainer'],
  ] as const;
  const papers = new Set(matches.map(({ paper }) => paper));
  const parts = how.flatMap(([name, match]) =>
    found.has(match) ? [`${found.get(match)?.length} ${name}`] : [],
  );
  const summary = `${what}: ${count(papers.size, 'paper')} found${parts.length > 0 ? ` (${parts.join(', ')})` : ''}, ${count(uncertain.length, 'uncertain match', 'uncertain matches')}.`;
  return { facts: updateFacts(facts, added), papers: papers.size, summary, skipped };
}

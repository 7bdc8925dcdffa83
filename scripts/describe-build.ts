import type { Archive } from '../src/archive/archive.ts';
import { count } from '../src/capture/problem.ts';
import type { PaperHead } from '../src/records/paper-record.ts';
import type { BuildProgress } from './build-progress.ts';
import type { RenderedSite } from './render-site.ts';

/** Summary of a build, as lines to print. @param heads heads of all records, by slug */
export function describeBuild(
  { papers, days, captures }: Archive,
  heads: ReadonlyMap<string, PaperHead>,
  { files, reused }: Pick<RenderedSite, 'files' | 'reused'>,
  { seconds, stages }: Pick<BuildProgress, 'seconds' | 'stages'>,
): string[] {
  const sum = (of: (head: PaperHead) => number): number =>
    [...heads.values()].reduce((total, head) => total + of(head), 0);
  const bytes = files.reduce((total, { sizeBytes }) => total + sizeBytes, 0);
  const [largest] = files.toSorted((a, b) => b.sizeBytes - a.sizeBytes);
  const what = `${count(papers.length, 'paper')} of ${count(captures.length, 'capture')}`;
  return [
    `Built ${what} on ${count(days.length, 'day')} in ${seconds.toFixed(1)} s.`,
    `  formulas: ${sum(({ counts }) => counts.formulas)}, restored ${sum(({ counts }) => counts.restored)}, the authors' own ${sum(({ counts }) => counts.original)}; left as captured: ${count(
      sum(({ asCaptured }) => asCaptured.length),
      'place',
    )}`,
    `  files: ${files.length}, ${megabytes(bytes)}, ${reused} as in the last build; the largest is ${largest?.path} with ${megabytes(largest?.sizeBytes ?? 0)}`,
    `  seconds: ${[...stages].map(([stage, time]) => `${stage} ${time.toFixed(1)}`).join(', ')}`,
  ];
}

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

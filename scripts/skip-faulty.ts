import { CaptureError, count } from '../src/capture/problem.ts';
import { isIgnoredName } from '../src/capture/seed-name.ts';
import type { Seeds } from '../src/store/read-seeds.ts';
import { annotateError } from './annotate-error.ts';

/** Whether GitHub Actions runs this command on a schedule: a seed with faults must not stop the other days. */
export const isScheduled = (): boolean => process.env.GITHUB_EVENT_NAME === 'schedule';

/**
 * The seeds without those that have faults, in a scheduled run; the faults are printed, as annotations too.
 * @param error of checking the seeds
 * @throws the error, in other runs; if it is not one of captures in `seeds/`; or if none would be left
 */
export function skipFaulty(seeds: Seeds, error: unknown): Seeds {
  if (!isScheduled() || !(error instanceof CaptureError)) throw error;
  const faulty = new Set(error.problems.map(({ file }) => file));
  const captures = seeds.captures.filter(({ file }) => !faulty.has(file));
  const isOfSeeds = [...faulty].every((file) => file.startsWith('seeds/') && !isIgnoredName(file));
  const isSkipped = captures.length < seeds.captures.length || seeds.problems.length > 0;
  if (!isOfSeeds || !isSkipped || captures.length === 0) throw error;
  console.error(error.message);
  console.error(
    `\n${count(faulty.size, 'seed')} with faults skipped, because the run is scheduled.`,
  );
  for (const line of annotateError(error.message, error)) console.error(line);
  return { ...seeds, captures, problems: [] };
}

import { join } from 'node:path';
import { addDays } from '../../src/archive/resolve-day.ts';
import { findImplausible } from '../../src/capture/plausibility.ts';
import { CaptureError, count } from '../../src/capture/problem.ts';
import { seedLabel } from '../../src/capture/seed-name.ts';
import { readSeed } from '../../src/forms/read-seed.ts';
import { writeAtomically } from '../../src/store/write-atomically.ts';
import { freeName } from '../change-seeds.ts';
import type { DailyPapersApi } from './daily-papers-api.ts';
import { isComplete, makeFetchedSeed } from './fetched-seed.ts';
import type { HeldDays } from './held-days.ts';
import { listDays } from './list-asked-days.ts';
import { FetchError } from './read-answer.ts';

export interface FetchOptions {
  /** The seeds folder. */
  folder: string;
  held: HeldDays;
  api: Pick<DailyPapersApi, 'fetchDay'>;
  now: () => Date;
  /** Receives a line for people about each day that was asked. */
  report: (line: string) => void;
}

/**
 * The days to fetch by default: those since the newest capture, and those that were not over when they were fetched.
 * @returns undefined when there is no capture
 */
export function listDaysByDefault({ days }: HeldDays, today: string): string[] | undefined {
  const newest = [...days.keys()].sort().at(-1);
  if (newest === undefined) return undefined;
  const open = [...days].filter(([, { fetched }]) => fetched && !isComplete(fetched.mark));
  const since = listDays(newest < today ? newest : today, today);
  return [...new Set([...open.map(([day]) => day), ...since])].sort();
}

/**
 * Splits days into those to fetch and those that `seeds/` has: fetched after they were over, or captured in another
 * way. A day of the latter is fetched, too, if it was given by `--date`.
 * @param isSingle whether the day was given by `--date`
 */
export function partDays(days: readonly string[], { days: held }: HeldDays, isSingle: boolean) {
  const isHeld = (day: string): boolean => {
    const { fetched, other } = held.get(day) ?? {};
    return fetched ? isComplete(fetched.mark) : other !== undefined && !isSingle;
  };
  return { open: days.filter((day) => !isHeld(day)), there: days.filter(isHeld) };
}

/**
 * Fetches a day and writes it into a seed, in place of an earlier one that was fetched before the day was over.
 * Writes nothing if the API has no papers of the day.
 * @returns the number of papers written
 * @throws {FetchError} when the API does not answer, or the answer is not a day of papers
 */
export async function fetchDay(day: string, options: FetchOptions): Promise<number> {
  const { folder, held, now, report } = options;
  const fetchedAt = now().toISOString();
  const entries = await askForDay(day, fetchedAt, options);
  const mark = { date: day, fetchedAt };
  const isOver = isComplete(mark);
  const later = isOver ? '' : '; the day is not over, and is fetched again next time';
  if (entries.length === 0) {
    report(`${day}: no papers${later}`);
    return 0;
  }
  const name = held.days.get(day)?.fetched?.name ?? freeName(held.names, `${day}.json`);
  const text = makeFetchedSeed(mark, entries);
  checkSeed(day, seedLabel(name), text);
  await writeAtomically(join(folder, name), text);
  held.names.add(name);
  held.days.set(day, { ...held.days.get(day), fetched: { name, mark } });
  report(`${day}: ${count(entries.length, 'paper')} in ${seedLabel(name)}${later}`);
  return entries.length;
}

async function askForDay(day: string, fetchedAt: string, { api }: FetchOptions) {
  try {
    return await api.fetchDay(day);
  } catch (error) {
    // The API's clock may be behind: it refuses days that have not begun.
    const isTooEarly = error instanceof FetchError && error.status === 400;
    if (isTooEarly && day === fetchedAt.slice(0, 10)) return [];
    throw error;
  }
}

/** @throws {FetchError} when a seed cannot be read as papers of the day */
function checkSeed(day: string, label: string, text: string): void {
  try {
    const captures = readSeed(label, Buffer.from(text));
    const problems = captures.flatMap(findImplausible);
    if (problems.length > 0) throw new CaptureError(problems);
    if (captures.some(({ date }) => date.text === day)) return;
    const days = captures.map(({ date }) => date.text).join(', ');
    throw new FetchError(`The answer for ${day} has no paper of that day, but of ${days}.`);
  } catch (error) {
    if (!(error instanceof CaptureError)) throw error;
    throw new FetchError(
      `The answer for ${day} cannot be read as papers:\n${error.message}\nTo leave that day out: npm run seeds:fetch -- --since ${addDays(day, 1)}`,
    );
  }
}

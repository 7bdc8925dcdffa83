import { existsSync, readdirSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { findAssumedYear, noteAssumedDay, noteAssumedName } from '../src/archive/explain-dates.ts';
import { resolveDay } from '../src/archive/resolve-day.ts';
import { CaptureError, printable } from '../src/capture/problem.ts';
import { seedLabel } from '../src/capture/seed-name.ts';
import { readSeed, type SeedCapture } from '../src/forms/read-seed.ts';
import { today } from '../src/store/today.ts';
import { freeName } from './change-seeds.ts';
import { UsageError } from './exit-on-fault.ts';
import type { Incoming } from './read-incoming.ts';
import { isUnattended } from './register-seeds.ts';

/** A seed that is not in the seeds folder yet, as it will be there. */
export interface Newcomer {
  bytes: Uint8Array;
  name: string;
  captures: readonly (SeedCapture & { name: string })[];
}

/**
 * The given seeds with captures that are new, with unused names, and notes about them.
 * @param present captures in the seeds folder
 * @throws {CaptureError} in continuous integration, if a year was assumed for a capture older than a week
 * @throws {UsageError} if a pasted page has no day in the given year
 */
export function nameNewcomers(
  folder: string,
  incoming: readonly Incoming[],
  present: readonly SeedCapture[],
  year: number | undefined,
): { newcomers: Newcomer[]; notes: string[] } {
  const newcomers: Newcomer[] = [];
  const notes: string[] = [];
  const names = new Map(present.toReversed().map((c) => [c.sha256, basename(c.file)]));
  const taken = new Set(existsSync(folder) ? readdirSync(folder) : []);
  for (const { bytes, path, captures, isPasted } of incoming) {
    const [first] = captures;
    const twins = captures.map(({ sha256 }) => names.get(sha256));
    if (!first || twins.every((twin) => twin !== undefined)) {
      const others = new Set(twins.filter((twin) => isPasted || twin !== basename(path)));
      for (const twin of others) console.log(`seeds/${twin} is this capture already.`);
      continue;
    }
    // A seed is named after its day, which keeps its year.
    const resolved = resolveDay(first, { year, today: today() });
    if (!resolved && isPasted)
      throw new UsageError(`"${first.date.text}" is not a day of ${year}; nothing was added.`);
    const own = basename(path);
    const ending = /^\.\w{1,10}$/.test(extname(path)) ? extname(path) : first.extension;
    // Without a day the file is refused below, under its own name.
    const day = resolved?.day ?? own;
    const isPlain = extname(own) !== '' && printable(own) === own;
    const isNamed = !isPasted && own.startsWith(day) && isPlain;
    const name = freeName(taken, isNamed ? own : `${day}${ending}`);
    const label = seedLabel(name);
    if (resolved?.source === 'assumed') {
      // Its new name would give the year that is only assumed here.
      const problem = isUnattended() && findAssumedYear(first, resolved.day, today());
      if (problem) throw new CaptureError([problem]);
      notes.push(noteAssumedName({ ...first, file: label }, resolved.day));
    }
    // The new name has the day, which later looks like one that was given.
    if (first.date.isAssumed && !isNamed) notes.push(noteAssumedDay(label, day));
    newcomers.push({
      ...{ bytes, name },
      captures: readSeed(label, bytes).map((capture) => ({ ...capture, file: path, name })),
    });
    for (const { sha256 } of captures) names.set(sha256, name);
    taken.add(name);
  }
  return { newcomers, notes };
}

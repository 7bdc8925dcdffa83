import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { CaptureError, type Problem } from '../src/capture/problem.ts';
import { isIgnoredName } from '../src/capture/seed-name.ts';
import { readSeed, type SeedCapture } from '../src/forms/read-seed.ts';
import { seedsFolder } from '../src/store/locations.ts';
import { compare } from '../src/text/compare.ts';
import { UsageError } from './exit-on-fault.ts';
import { isScheduled } from './skip-faulty.ts';

/** A seed from the command line. */
export interface Incoming {
  bytes: Uint8Array;
  /** The given path, or `standard input`. */
  path: string;
  /** Their `file` is the path. */
  captures: readonly SeedCapture[];
  isPasted: boolean;
}

/**
 * Reads seeds from files, from the files of folders and, for `-`, from standard input.
 * @throws {CaptureError} with the faults of all seeds
 * @throws {UsageError} when a file cannot be read
 */
export async function readIncoming(paths: readonly string[]): Promise<Incoming[]> {
  const problems: Problem[] = [];
  const incoming: Incoming[] = [];
  for (const path of await listFiles(paths)) {
    const isPasted = path === '-';
    if (isPasted && process.stdin.isTTY) console.log('Paste the page, then press Ctrl+D.');
    const bytes = isPasted
      ? await buffer(process.stdin)
      : await refuseMissing(path, readFile(path));
    try {
      const label = isPasted ? pasted : path;
      incoming.push({ bytes, path: label, captures: readSeed(label, bytes), isPasted });
    } catch (error) {
      if (!(error instanceof CaptureError)) throw error;
      // Reading the seeds folder reports it.
      if (isScheduled() && dirname(resolve(path)) === seedsFolder()) continue;
      problems.push(...(isPasted ? error.problems.map(asPasted) : error.problems));
    }
  }
  if (problems.length > 0) throw new CaptureError(problems);
  return incoming;
}

/** Name of a pasted seed in messages. */
const pasted = 'standard input';

const asPasted = (problem: Problem): Problem => ({
  ...problem,
  ...(problem.code === 'file/empty' && {
    message: 'Nothing was pasted.',
    hint: 'copy the page from its date line on, and paste it before Ctrl+D.',
  }),
});

/** The given paths, with the files of a folder in place of the folder. */
async function listFiles(paths: readonly string[]): Promise<string[]> {
  const lists = paths.map(async (path) => {
    if (path === '-' || !(await refuseMissing(path, stat(path))).isDirectory()) return [path];
    const entries = await readdir(path, { withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile() && !isIgnoredName(entry.name));
    if (files.length === 0) throw new UsageError(`The folder ${path} has no files.`);
    return files.map(({ name }) => join(path, basename(name))).sort(compare);
  });
  return (await Promise.all(lists)).flat();
}

/** @throws {UsageError} when a file cannot be read */
async function refuseMissing<Value>(path: string, reading: Promise<Value>): Promise<Value> {
  try {
    return await reading;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new UsageError(`There is no file ${path}.`);
    throw new UsageError(`The file ${path} cannot be read (${code}).`);
  }
}

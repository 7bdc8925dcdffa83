import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { CaptureError, type Problem } from '../src/capture/problem.ts';
import { identifyCapture, type StoredCapture } from '../src/store/read-seeds.ts';
import { UsageError } from './exit-on-fault.ts';

/** A capture from the command line. */
export interface Incoming {
  bytes: Uint8Array;
  /** Its `file` is the given path. */
  capture: StoredCapture;
  isPasted: boolean;
}

/**
 * Reads captures from files and, for `-`, from standard input.
 * @throws {CaptureError} with the faults of all captures
 * @throws {UsageError} when a file cannot be read
 */
export async function readIncoming(paths: readonly string[]): Promise<Incoming[]> {
  const problems: Problem[] = [];
  const incoming: Incoming[] = [];
  for (const path of paths) {
    const isPasted = path === '-';
    if (isPasted && process.stdin.isTTY) console.log('Paste the page, then press Ctrl+D.');
    const bytes = isPasted ? await buffer(process.stdin) : await readGiven(path);
    try {
      const capture = identifyCapture(isPasted ? 'pasted.txt' : path, bytes);
      incoming.push({
        bytes,
        capture: isPasted ? { ...capture, file: pasted } : capture,
        isPasted,
      });
    } catch (error) {
      if (!(error instanceof CaptureError)) throw error;
      problems.push(...(isPasted ? error.problems.map(asPasted) : error.problems));
    }
  }
  if (problems.length > 0) throw new CaptureError(problems);
  return incoming;
}

/** Name of a pasted capture in messages. */
const pasted = 'standard input';

const asPasted = (problem: Problem): Problem => ({
  ...problem,
  file: pasted,
  ...(problem.code === 'file/empty' && {
    message: 'Nothing was pasted.',
    hint: 'copy the page from its date line on, and paste it before Ctrl+D.',
  }),
});

async function readGiven(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new UsageError(`There is no file ${path}.`);
    if (code === 'EISDIR')
      throw new UsageError(`${path} is a folder; name the files in it: ${join(path, '*.txt')}`);
    throw new UsageError(`The file ${path} cannot be read (${code}).`);
  }
}

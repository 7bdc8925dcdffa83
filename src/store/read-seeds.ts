import { createHash } from 'node:crypto';
import { constants, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { checkSeedSize } from '../capture/decode-seed.ts';
import { CaptureError, type Problem, problemOfFile } from '../capture/problem.ts';
import {
  correctionsName,
  isIgnoredName,
  ledgerName,
  metadataName,
  seedLabel,
} from '../capture/seed-name.ts';
import { readSeed, type SeedCapture } from '../forms/read-seed.ts';

/** The contents of the seeds folder. */
export interface Seeds {
  captures: SeedCapture[];
  /** The text of the ledger; undefined where there is none yet. */
  ledger: string | undefined;
  /** The text of the maintainer's corrections; undefined where there are none. */
  corrections: string | undefined;
  /** The text of what other sources know about the papers; undefined where there is none. */
  metadata: string | undefined;
  /** Every fault of every file. */
  problems: Problem[];
}

/** The captures of files that were read before, by a digest of name and bytes: see `captureKey`. */
export interface KnownCaptures {
  get(key: string): readonly SeedCapture[] | undefined;
  set(key: string, captures: readonly SeedCapture[]): unknown;
}

/** The key of a file that is not parsed yet. */
const captureKey = (label: string, bytes: Uint8Array): string =>
  createHash('sha256').update(`${label}\0`).update(bytes).digest('hex').slice(0, 32);

/** The files that are not captures. */
const ownTexts: ReadonlyMap<string, 'ledger' | 'corrections' | 'metadata'> = new Map([
  [ledgerName, 'ledger'],
  [correctionsName, 'corrections'],
  [metadataName, 'metadata'],
]);

/**
 * Reads all captures, the ledger, the corrections and the metadata of a folder, in the order of the files' names.
 * @param known captures that need not be parsed again; all captures are added
 * @throws {CaptureError} if the folder cannot be read
 */
export async function readSeeds(folder: string, known?: KnownCaptures): Promise<Seeds> {
  const seeds: Seeds = {
    captures: [],
    ledger: undefined,
    corrections: undefined,
    metadata: undefined,
    problems: [],
  };
  for (const name of await listNames(folder)) {
    const isCapture = !isIgnoredName(name);
    const text = ownTexts.get(name);
    if (!isCapture && text === undefined) continue;
    const label = seedLabel(name);
    try {
      const bytes = await readBytes(join(folder, name), label, isCapture);
      if (text === undefined) seeds.captures.push(...recall(label, bytes, known));
      else seeds[text] = Buffer.from(bytes).toString();
    } catch (error) {
      if (!(error instanceof CaptureError)) throw error;
      seeds.problems.push(...error.problems);
    }
  }
  return seeds;
}

function recall(label: string, bytes: Uint8Array, known?: KnownCaptures): readonly SeedCapture[] {
  if (!known) return readSeed(label, bytes);
  const key = captureKey(label, bytes);
  const captures = known.get(key) ?? readSeed(label, bytes);
  known.set(key, captures);
  return captures;
}

async function listNames(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).sort();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const message = `The folder ${folder} cannot be read (${code}).`;
    const hint =
      'create it and put a capture into it, or run the command from the folder that contains it.';
    throw new CaptureError([problemOfFile('seeds/', 'file/missing', message, hint)]);
  }
}

/** Without O_NONBLOCK, opening a named pipe blocks until a writer opens it. Windows does not have this flag. */
const withoutWaiting = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** Reads a regular file. A capture that is too large is rejected without being read. */
async function readBytes(path: string, label: string, isCapture: boolean): Promise<Uint8Array> {
  const fail = (code: string, message: string, hint: string): never => {
    throw new CaptureError([problemOfFile(label, `file/${code}`, message, hint)]);
  };
  const file = await open(path, withoutWaiting).catch((error: NodeJS.ErrnoException) =>
    fail(
      'unreadable',
      `The file cannot be read (${error.code ?? error.message}).`,
      'check its permissions and, if it is a link, its target.',
    ),
  );
  try {
    const stat = await file.stat();
    if (stat.isDirectory())
      fail(
        'folder',
        'This is a folder; only files directly in seeds/ are read.',
        'move it, or its files, elsewhere.',
      );
    if (!stat.isFile())
      fail(
        'special',
        'This is a named pipe, a socket or a device, or a link to one; only regular files are read.',
        'remove it, or save its content as a regular file.',
      );
    if (isCapture) checkSeedSize(label, stat.size);
    const buffer = new Uint8Array(stat.size);
    let filled = 0;
    while (filled < buffer.length) {
      const { bytesRead } = await file.read(buffer, filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    return buffer.subarray(0, filled);
  } finally {
    await file.close();
  }
}

import { createHash } from 'node:crypto';
import { open, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Capture } from '../capture/capture.ts';
import { decodeSeed, MAX_SEED_SIZE_BYTES } from '../capture/decode-seed.ts';
import { normaliseSeed } from '../capture/normalise-seed.ts';
import { CaptureError, type Problem } from '../capture/problem.ts';
import { readCapture } from '../capture/read-capture.ts';
import { isIgnoredName } from '../capture/seed-name.ts';

/** The name of the ledger in the seeds folder. */
export const ledgerName = 'ledger.json';
/** The name of the keeper's corrections in the seeds folder. */
export const correctionsName = 'corrections.jsonl';

/** A capture with its identity: the SHA-256 of its normalised text, 64 hexadecimal digits. */
export type StoredCapture = Capture & { sha256: string };

/** What lies in the seeds folder. */
export interface Seeds {
  captures: StoredCapture[];
  /** The text of the ledger; undefined where there is none yet. */
  ledger: string | undefined;
  /** The text of the keeper's corrections; undefined where there are none. */
  corrections: string | undefined;
  /** Every fault of every file: none stops the reading of the others. */
  problems: Problem[];
}

/** How a seed is named to people: `seeds/2025-03-11.txt`, wherever the folder lies. */
export const seedLabel = (name: string): string => `seeds/${name}`;

/** One capture from its bytes. @throws {CaptureError} with every fault of the file */
export function identifyCapture(label: string, bytes: Uint8Array): StoredCapture {
  const capture = readCapture(label, bytes);
  const text = normaliseSeed(decodeSeed(label, bytes));
  return { ...capture, sha256: createHash('sha256').update(text).digest('hex') };
}

/** Reads all captures, the ledger and the corrections of a folder, in the order of the files' names. */
export async function readSeeds(folder: string): Promise<Seeds> {
  const seeds: Seeds = { captures: [], ledger: undefined, corrections: undefined, problems: [] };
  for (const name of (await readdir(folder)).sort()) {
    if (name === ledgerName) seeds.ledger = await readFile(join(folder, name), 'utf8');
    if (name === correctionsName) seeds.corrections = await readFile(join(folder, name), 'utf8');
    if (isIgnoredName(name)) continue;
    try {
      seeds.captures.push(
        identifyCapture(seedLabel(name), await readBounded(join(folder, name), seedLabel(name))),
      );
    } catch (error) {
      if (!(error instanceof CaptureError)) throw error;
      seeds.problems.push(...error.problems);
    }
  }
  return seeds;
}

/** A file's bytes, one more than the limit at the most: what is too large is not read to be refused. */
async function readBounded(path: string, label: string): Promise<Uint8Array> {
  const file = await open(path).catch((error: NodeJS.ErrnoException) => {
    throw new CaptureError([unreadable(label, error)]);
  });
  try {
    const stat = await file.stat();
    if (stat.isDirectory()) return new Uint8Array();
    const buffer = new Uint8Array(Math.min(stat.size, MAX_SEED_SIZE_BYTES + 1));
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

function unreadable(file: string, { code, message }: NodeJS.ErrnoException): Problem {
  return {
    file,
    line: 1,
    column: 1,
    code: 'file/unreadable',
    message: `The file cannot be read (${code ?? message}).`,
    hint: 'look at its permissions and, if it is a link, at what it leads to.',
  };
}

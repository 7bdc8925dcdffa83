import { statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, relative, resolve } from 'node:path';
import { cacheFolder, seedsFolder } from '../src/store/locations.ts';

/** What is wrong and how to fix it, by error code of the system. */
const faults: Readonly<Record<string, { what: string; hint: string }>> = {
  ENOSPC: { what: 'the disk is full', hint: 'make room' },
  EDQUOT: { what: 'your quota of the disk is used up', hint: 'make room' },
  EROFS: { what: 'it is read-only', hint: 'make it writable, or work on a copy' },
  EACCES: { what: 'permission is denied', hint: 'allow yourself to write there' },
  EPERM: { what: 'the system does not permit it', hint: 'allow yourself to write there' },
  EEXIST: { what: 'a file stands where a folder must be', hint: 'move the file away' },
  ENOTDIR: { what: 'a file stands where a folder must be', hint: 'move the file away' },
  EXDEV: { what: 'it is on another disk than the project', hint: 'name a folder on the same one' },
  EFBIG: {
    what: 'the system allows no file of that size',
    hint: 'raise the limit (ulimit -f unlimited)',
  },
  EIO: {
    what: 'the disk fails, or the file exceeds the size that the system allows',
    hint: 'check the disk and the limit (ulimit -f)',
  },
};

/**
 * Explains an error of the file system, also as a cause or part of other errors: what is wrong, where, and how to
 * fix it.
 * @returns undefined for any other error
 * @example 'Cannot write seeds/ledger.json: the disk is full (ENOSPC).\n  hint: make room, …'
 */
export function explainDiskFault(error: unknown): string | undefined {
  const fault = findSystemError(error);
  const known = fault?.code && faults[fault.code];
  if (!fault || !known) return undefined;
  const space = isSpace(fault.code) ? describeSpace() : '';
  return `Cannot write ${namePlace(fault)}: ${known.what} (${fault.code}).${space}\n  hint: ${known.hint}, then run the command again; the last site is as it was.`;
}

/** The path of an error, relative to the current folder if it is in it; the system does not always name one. */
function namePlace({ path, dest }: NodeJS.ErrnoException & { dest?: string }): string {
  const place = dest ?? path;
  if (place === undefined) return 'a file';
  const short = relative(process.cwd(), place);
  return short.startsWith('..') ? place : short || '.';
}

/** The first known error of the system in an error, its causes and its parts. */
function findSystemError(error: unknown): NodeJS.ErrnoException | undefined {
  const seen = new Set<unknown>();
  const open = [error];
  while (open.length > 0) {
    const next = open.pop();
    if (!(next instanceof Error) || seen.has(next)) continue;
    seen.add(next);
    const { code } = next as NodeJS.ErrnoException;
    if (code !== undefined && code in faults) return next;
    open.push(next.cause, ...(next instanceof AggregateError ? next.errors : []));
  }
  return undefined;
}

const isSpace = (code: string | undefined): boolean => code === 'ENOSPC' || code === 'EDQUOT';

/** The free space of each folder that is written to, since the error does not say which disk is full. */
function describeSpace(): string {
  const folders = [
    dirname(resolve(process.env.DAYLEAF_OUT ?? 'dist')),
    cacheFolder(),
    seedsFolder(),
    tmpdir(),
  ];
  const lines = [...new Set(folders)].flatMap((folder) => {
    try {
      const { bavail, bsize } = statfsSync(folder);
      return [`\n  ${((bavail * bsize) / 2 ** 20).toFixed(1)} MB free in ${folder}`];
    } catch {
      return [];
    }
  });
  return lines.join('');
}

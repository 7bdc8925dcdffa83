import { type Problem, problemOfFile } from './problem.ts';

/** The name of the ledger of permalinks in the seeds folder. */
export const ledgerName = 'ledger.json';
/** The name of the maintainer's corrections in the seeds folder. */
export const correctionsName = 'corrections.jsonl';

/** The name of a seed in messages: `seeds/2025-03-11.txt`, wherever the folder is. */
export const seedLabel = (name: string): string => `seeds/${name}`;

/** The last part of a path, e.g. `a.txt` of `seeds/a.txt`; both kinds of slashes separate. */
export function baseName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}

/** Whether a file in `seeds/` is not a capture: hidden, the ledger, or the corrections. */
export function isIgnoredName(name: string): boolean {
  const base = baseName(name);
  return base.startsWith('.') || base === ledgerName || base === correctionsName;
}

/** Whether a file's name is that of a seed: `*.txt`, not hidden. */
export function isSeedName(name: string): boolean {
  return baseName(name).endsWith('.txt') && !isIgnoredName(name);
}

/** The problem with a file's name, in a list: `file/not-txt` or nothing. */
export function checkSeedName(file: string): Problem[] {
  if (isSeedName(file)) return [];
  const message = `The name "${baseName(file)}" does not end in ".txt".`;
  const hint = 'a capture is a plain text file named *.txt; rename it, or move it out of seeds/.';
  return [problemOfFile(file, 'file/not-txt', message, hint)];
}

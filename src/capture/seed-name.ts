import { type CaptureProblem, WHOLE_FILE } from './problem.ts';

/** The name of the ledger of permalinks in the seeds folder. */
export const ledgerName = 'ledger.json';
/** The name of the maintainer's corrections in the seeds folder. */
export const correctionsName = 'corrections.jsonl';
const COMPANIONS: ReadonlySet<string> = new Set([ledgerName, correctionsName]);

/** How a seed is named to people: `seeds/2025-03-11.txt`, wherever the folder lies. */
export const seedLabel = (name: string): string => `seeds/${name}`;

/** The last part of a path, e.g. `a.txt` of `seeds/a.txt`; both slashes part. */
export function baseName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}

/** Whether a file in `seeds/` is none of a capture's business: hidden, the ledger, or corrections. */
export function isIgnoredName(name: string): boolean {
  const base = baseName(name);
  return base.startsWith('.') || COMPANIONS.has(base);
}

/** Whether a file's name is that of a seed: `*.txt`, not hidden. */
export function isSeedName(name: string): boolean {
  return baseName(name).endsWith('.txt') && !isIgnoredName(name);
}

/** The problem with a file's name, in a list: `file/not-txt` or nothing. */
export function checkSeedName(file: string): CaptureProblem[] {
  if (isSeedName(file)) return [];
  const base = baseName(file);
  return [
    {
      file,
      ...WHOLE_FILE,
      code: 'file/not-txt',
      message: `The name "${base}" does not end in ".txt".`,
      hint: 'a capture is a plain text file named *.txt; rename it, or keep it elsewhere than in seeds/.',
    },
  ];
}

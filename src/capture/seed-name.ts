/** The name of the ledger of permalinks in the seeds folder. */
export const ledgerName = 'ledger.json';
/** The name of the maintainer's corrections in the seeds folder. */
export const correctionsName = 'corrections.jsonl';
/** The name of what other sources know about the papers, in the seeds folder. */
export const metadataName = 'metadata.jsonl';

/** The name of a seed in messages: `seeds/2025-03-11.txt`, wherever the folder is. */
export const seedLabel = (name: string): string => `seeds/${name}`;

/** The last part of a path, e.g. `a.txt` of `seeds/a.txt`; both kinds of slashes separate. */
export function baseName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}

/** Whether a file in `seeds/` is not a capture: hidden, the ledger, the corrections, or the metadata. */
export function isIgnoredName(name: string): boolean {
  const base = baseName(name);
  return base.startsWith('.') || [ledgerName, correctionsName, metadataName].includes(base);
}

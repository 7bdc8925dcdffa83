/** The name of the ledger of permalinks in the seeds folder. */
export const ledgerName = 'ledger.json';
/** The name of the maintainer's corrections in the seeds folder. */
export const correctionsName = 'corrections.jsonl';

/** The name of a seed in messages: `seeds/2025-03-11.txt`, wherever the folder is. */
export const seedLabel = (name: string): string => `seeds/${name}`;

/** The name of what is known of papers from elsewhere, in the seeds folder. */
const metadataName = 'metadata.jsonl';

/** The last part of a path, e.g. `a.txt` of `seeds/a.txt`; both kinds of slashes separate. */
export function baseName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}

/** Whether a file in `seeds/` is not a capture: hidden, the ledger, or the corrections. */
export function isIgnoredName(name: string): boolean {
  const base = baseName(name);
  return base.startsWith('.') || [ledgerName, correctionsName, metadataName].includes(base);
}

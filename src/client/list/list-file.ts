import * as v from 'valibot';
import { entrySchema } from './entry-schema.ts';
import { type ListEntry, pruneEntry } from './list-entry.ts';

/** Maximum size of a file; lists that fit into the storage of a browser are smaller. */
export const maxBytes = 20 * 2 ** 20;
/** Maximum number of papers in a file. */
const maxPapers = 100_000;
/** Number of faults that are reported. */
const maxFaults = 5;

const papersText = `must be a list of ${maxPapers.toLocaleString('en')} papers at most`;
const papersOfFile = v.pipe(v.array(entrySchema, papersText), v.maxLength(maxPapers, papersText));

/**
 * The file of a reading list: `{"format": "dayleaf-reading-list", "version": 1, "papers": […]}`, with `ListEntry`
 * objects in the order of their changes. Readers ignore unknown fields, so new fields need no new version.
 */
export function serialiseList(entries: readonly ListEntry[]): string {
  // Pruned entries have their fields in a fixed order: the same list is the same text.
  const papers = [...entries].sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1)).map(pruneEntry);
  return `${JSON.stringify({ format: 'dayleaf-reading-list', version: 1, papers }, null, 1)}\n`;
}

const sortKey = ({ changedAt, id }: ListEntry): string => `${changedAt} ${id}`;

/**
 * Reads the file of a reading list, which may have been edited.
 * @throws {Error} with the first faults, a line each: where they are and what was expected
 */
export function parseList(text: string): ListEntry[] {
  let file: { format?: unknown; version?: unknown; papers?: unknown } | null;
  try {
    file = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new Error(`This is not a JSON file: ${(error as Error).message}.`, { cause: error });
  }
  if (file?.format !== 'dayleaf-reading-list') {
    throw new Error(
      'This is not a reading list: its "format" must be "dayleaf-reading-list". Choose a file that was exported here.',
    );
  }
  if (file.version !== 1) {
    throw new Error(
      `This list has version ${JSON.stringify(file.version)}; only version 1 can be imported here. It may come from a newer version of Dayleaf.`,
    );
  }
  const result = v.safeParse(papersOfFile, file.papers, { abortPipeEarly: true });
  if (result.success) {
    const places = new Map<string, number>();
    return result.output.flatMap((entry, i) => {
      const first = places.get(entry.id);
      if (first !== undefined)
        throw new Error(
          `papers[${i}].id is "${entry.id}", as papers[${first}].id is: a paper must be listed once.`,
        );
      places.set(entry.id, i);
      return pruneEntry(entry) ?? [];
    });
  }
  const faults = result.issues.map((issue) => {
    const place = (issue.path ?? []).map(({ key }) =>
      typeof key === 'number' ? `[${key}]` : `.${key}`,
    );
    return `papers${place.join('')} ${issue.received === 'undefined' ? 'is missing' : issue.message}`;
  });
  const more = faults.length - maxFaults;
  throw new Error(
    [...faults.slice(0, maxFaults), ...(more > 0 ? [`and ${more} more`] : [])].join('\n'),
  );
}

import * as v from 'valibot';
import { entrySchema } from './entry-schema.ts';
import { type ListEntry, pruneEntry } from './list-entry.ts';

/** The most bytes of a file that is read: any list that a browser can keep is smaller. */
export const mostBytes = 20 * 2 ** 20;
/** The most papers that a file may hold. */
const mostPapers = 100_000;
/** How many faults of a file are told. */
const mostFaults = 5;

const wantsPapers = `must be a list of ${mostPapers.toLocaleString('en')} papers at most`;
const papersOfFile = v.pipe(
  v.array(entrySchema, wantsPapers),
  v.maxLength(mostPapers, wantsPapers),
);

/**
 * The text of a reading list as a file: `{"format": "dayleaf-reading-list", "version": 1, "papers":
 * […]}`, the papers as `ListEntry` has them, by the time they were changed. Fields may be added
 * without a new version: who reads a file leaves alone what it does not know.
 */
export function serialiseList(entries: readonly ListEntry[]): string {
  // Pruned, for then the fields of an entry stand in one order: the same list is the same text.
  const papers = [...entries].sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1)).map(pruneEntry);
  return `${JSON.stringify({ format: 'dayleaf-reading-list', version: 1, papers }, null, 1)}\n`;
}

const sortKey = ({ changedAt, id }: ListEntry): string => `${changedAt} ${id}`;

/**
 * Reads the text of such a file; nothing in it is trusted.
 * @throws {Error} that says what is wrong, where, and what was expected: the first faults, a line each
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
      `This list has version ${JSON.stringify(file.version)}, and only version 1 can be read here. It may come from a newer Dayleaf.`,
    );
  }
  const result = v.safeParse(papersOfFile, file.papers, { abortPipeEarly: true });
  if (result.success) return refuseTwins(result.output.flatMap((entry) => pruneEntry(entry) ?? []));
  const faults = result.issues.map((issue) => {
    const place = (issue.path ?? []).map(({ key }) =>
      typeof key === 'number' ? `[${key}]` : `.${key}`,
    );
    return `papers${place.join('')} ${issue.received === 'undefined' ? 'is missing' : issue.message}`;
  });
  const more = faults.length - mostFaults;
  throw new Error(
    [...faults.slice(0, mostFaults), ...(more > 0 ? [`and ${more} more`] : [])].join('\n'),
  );
}

/** A paper stands in a file once. @throws {Error} that names the first that stands twice */
function refuseTwins(entries: ListEntry[]): ListEntry[] {
  const places = new Map<string, number>();
  entries.forEach(({ id }, i) => {
    const first = places.get(id);
    if (first !== undefined)
      throw new Error(`papers[${i}].id is "${id}", as papers[${first}].id is: it must stand once.`);
    places.set(id, i);
  });
  return entries;
}

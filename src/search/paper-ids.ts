import { fnv1a, fnvBasis } from '../text/fnv1a.ts';

/** A paper in a text of `writePaperIds`. */
export interface PaperIds {
  /** Its id in Pagefind's index. */
  id: string;
  /** ISO date of the latest day on which it was listed. */
  day: string;
  /** The slugs it has and had. */
  slugs: readonly string[];
}

/**
 * The ids of papers in Pagefind's index as text: a line for each day (`=2025-03-11`), followed by a line for each slug
 * of its papers with the hash of the slug and the id, for `readPaperIds` and `readPaperDays`.
 * @param papers newest first
 */
export function writePaperIds(papers: readonly PaperIds[]): string {
  const days = Map.groupBy(papers, ({ day }) => day);
  const lines = [...days].flatMap(([day, ofDay]) => [
    dayMark + day,
    ...ofDay.flatMap(({ id, slugs }) => slugs.map((slug) => hashSlug(slug) + id)),
  ]);
  return lines.join('\n');
}

/** Pagefind's ids of papers, except those that are not in the text. */
export function readPaperIds(text: string, slugs: Iterable<string>): Set<string> {
  const ids = new Map(
    text.split('\n').map((line) => [line.slice(0, hashLength), line.slice(hashLength)]),
  );
  return new Set([...slugs].flatMap((slug) => ids.get(hashSlug(slug)) ?? []));
}

/** The latest days of papers, as ISO dates by their ids in Pagefind's index, newest first. */
export function readPaperDays(text: string): Map<string, string> {
  const days = new Map<string, string>();
  let day = '';
  for (const line of text.split('\n')) {
    if (line.startsWith(dayMark)) day = line.slice(dayMark.length);
    else if (line) days.set(line.slice(hashLength), day);
  }
  return days;
}

/** The start of a line with a day. Hashes do not contain it. */
const dayMark = '=';
const hashLength = 8;

/**
 * Forty bits for a slug, as 8 characters. Among 10,000 papers two have the same with a probability of
 * 1 in 20,000.
 * @see http://www.isthe.com/chongo/tech/comp/fnv/ (FNV-1a, twice, with different offset bases)
 */
function hashSlug(slug: string): string {
  const half = (basis: number): string =>
    ((fnv1a(slug, basis) >>> 12) & 0xfffff).toString(32).padStart(4, '0');
  return half(fnvBasis) + half(0x5bd1e995);
}

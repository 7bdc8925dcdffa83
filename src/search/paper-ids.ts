import { fnv1a, fnvBasis } from '../text/fnv1a.ts';

/**
 * The ids of papers in Pagefind's index as text: a line for each paper with the hash of its slug and
 * its id, for `readPaperIds` and `readPaperRanks`.
 * @param papers newest first
 */
export function writePaperIds(papers: readonly { slug: string; id: string }[]): string {
  return papers.map(({ slug, id }) => hashSlug(slug) + id).join('\n');
}

/** Pagefind's ids of papers, except those that are not in the text. */
export function readPaperIds(text: string, slugs: Iterable<string>): Set<string> {
  const ids = new Map(
    text.split('\n').map((line) => [line.slice(0, hashLength), line.slice(hashLength)]),
  );
  return new Set([...slugs].flatMap((slug) => ids.get(hashSlug(slug)) ?? []));
}

/** The ranks of papers by date, 0 for the newest, by their ids in Pagefind's index. */
export function readPaperRanks(text: string): Map<string, number> {
  const ranks = new Map<string, number>();
  for (const line of text.split('\n')) {
    const id = line.slice(hashLength);
    if (!ranks.has(id)) ranks.set(id, ranks.size);
  }
  return ranks;
}

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

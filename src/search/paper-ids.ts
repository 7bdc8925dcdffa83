import { fnv1a, fnvBasis } from '../text/fnv1a.ts';

/**
 * Which paper Pagefind calls by which name, as text: a line each, the hash of the slug and the name, in the
 * order given. `readPaperIds` and `readPaperRanks` read it.
 * @param papers newest first
 */
export function writePaperIds(papers: readonly { slug: string; id: string }[]): string {
  return papers.map(({ slug, id }) => hashSlug(slug) + id).join('\n');
}

/** The names that Pagefind has for papers, those left out that the text does not know. */
export function readPaperIds(text: string, slugs: Iterable<string>): Set<string> {
  const ids = new Map(
    text.split('\n').map((line) => [line.slice(0, hashLength), line.slice(hashLength)]),
  );
  return new Set([...slugs].flatMap((slug) => ids.get(hashSlug(slug)) ?? []));
}

/** The places of papers in time, 0 for the newest, by the names that Pagefind has for them. */
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
 * Forty bits of a slug, in place of its sixty letters: in an archive of 10,000 papers two are alike with
 * a probability of 1 in 20,000.
 * It is FNV-1a twice, with different offset bases.
 */
function hashSlug(slug: string): string {
  const half = (basis: number): string =>
    ((fnv1a(slug, basis) >>> 12) & 0xfffff).toString(32).padStart(4, '0');
  return half(fnvBasis) + half(0x5bd1e995);
}

import { titleKey } from '../text/title-key.ts';
import type { Ledger, LedgerPaper } from './ledger.ts';
import { compareSignatures, differentSignature } from './minhash.ts';

/** An address that belongs to different papers in two ledgers. */
export interface AddressConflict {
  slug: string;
  /** The title in each ledger. */
  titles: [string, string];
}

/**
 * Merges the ledgers of two branches, so that every address of both keeps working. Records of both are taken
 * from the first; records of the second alone are appended.
 * @returns the merged ledger, which must not be used if there are conflicts
 */
export function mergeLedgers(
  first: Ledger,
  second: Ledger,
): { ledger: Ledger; conflicts: AddressConflict[] } {
  const captures = new Map(first.captures.map((capture) => [capture.sha256, capture]));
  for (const other of second.captures) {
    const own = captures.get(other.sha256);
    const formerDays = own && union(own.formerDays, [other.day, ...other.formerDays], own.day);
    captures.set(other.sha256, own && formerDays ? { ...own, formerDays } : other);
  }
  const papers = [...first.papers];
  const places = new Map(papers.flatMap((paper, i) => addressesOf(paper).map((slug) => [slug, i])));
  const conflicts: AddressConflict[] = [];
  for (const other of second.papers) {
    const slugs = addressesOf(other);
    const [place, ...more] = new Set(slugs.flatMap((slug) => places.get(slug) ?? []));
    const own = place === undefined ? undefined : papers[place];
    if (place === undefined || own === undefined) {
      for (const slug of slugs) places.set(slug, papers.length);
      papers.push(other);
    } else if (more.length === 0 && isSamePaper(own, other)) {
      for (const slug of slugs) places.set(slug, place);
      papers[place] = mergePapers(own, other);
    } else {
      const slug = slugs.find((address) => places.has(address)) ?? other.slug;
      conflicts.push({ slug, titles: [own.title, other.title] });
    }
  }
  return { ledger: { version: 1, captures: [...captures.values()], papers }, conflicts };
}

const addressesOf = ({ slug, formerSlugs }: LedgerPaper): string[] => [slug, ...formerSlugs];

/** The union of two lists without one item. */
const union = (a: readonly string[], b: readonly string[], without: string): string[] =>
  [...new Set([...a, ...b])].filter((item) => item !== without);

function isSamePaper(a: LedgerPaper, b: LedgerPaper): boolean {
  if (a.arxiv && b.arxiv) return a.arxiv === b.arxiv;
  if (a.texts.some((text) => b.texts.includes(text))) return true;
  if (titleKey(a.title) !== titleKey(b.title) || !a.sketch || !b.sketch) return false;
  return compareSignatures(a.sketch, b.sketch) >= differentSignature;
}

function mergePapers(own: LedgerPaper, other: LedgerPaper): LedgerPaper {
  const sketch = own.sketch ?? other.sketch;
  const arxiv = own.arxiv ?? other.arxiv;
  return {
    ...own,
    formerSlugs: union(own.formerSlugs, addressesOf(other), own.slug),
    firstDay: own.firstDay < other.firstDay ? own.firstDay : other.firstDay,
    texts: [...new Set([...own.texts, ...other.texts])],
    ...(arxiv !== undefined && { arxiv }),
    ...(sketch !== undefined && { sketch }),
  };
}

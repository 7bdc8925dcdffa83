import { titleKey } from '../text/title-key.ts';
import { wordSet } from '../text/word-overlap.ts';
import { currentRevision, type Paper } from './archive.ts';
import type { LedgerPaper } from './ledger.ts';
import { signWords } from './minhash.ts';
import { makeSlug, makeUniqueSlug, withoutVotes } from './slug.ts';
import { textDigest } from './text-digest.ts';

/**
 * Gives slugs to new papers and to those whose title changed.
 * @param known for each paper the ledger's record of it, if there is one
 * @param captureDays every day that some capture, present or removed, is of now
 * @returns the ledger's records of all papers
 */
export function namePapers(
  papers: readonly Paper[],
  known: readonly (LedgerPaper | undefined)[],
  captureDays: ReadonlySet<string>,
): LedgerPaper[] {
  const owner = new Map<string, Paper>();
  for (const paper of papers) {
    for (const slug of [paper.slug, ...paper.formerSlugs]) if (slug) owner.set(slug, paper);
  }
  return papers.map((paper, i) => {
    const record = known[i];
    if (paper.listings.length === 0) return record as LedgerPaper;
    const revision = currentRevision(paper);
    const { title, abstract } = revision;
    // `npm run seeds:rename` took the votes out of this slug: another capture with votes does not bring them back.
    const isWithoutVotes = (): boolean =>
      paper.slug !== '' && makeSlug(withoutVotes(title)) === paper.slug;
    if (!isSameTitle(record?.title, title) && !isWithoutVotes()) {
      // A title that comes back takes its old slug again: that one is not foreign to this paper.
      const slug = makeUniqueSlug(makeSlug(title), (s) => owner.has(s) && owner.get(s) !== paper);
      if (paper.slug && paper.slug !== slug) paper.formerSlugs.push(paper.slug);
      paper.formerSlugs = paper.formerSlugs.filter((former) => former !== slug);
      paper.slug = slug;
      paper.identity ||= slug;
      owner.set(slug, paper);
    }
    const texts = paper.revisions.map((w) => textDigest(w.title, w.abstract));
    const current = texts[paper.revisions.indexOf(revision)];
    const isKnown = record?.sketch !== undefined && record.texts.includes(current);
    const sketch = isKnown ? record.sketch : signWords(wordSet(abstract));
    return {
      slug: paper.slug,
      ...(paper.identity === paper.slug ? {} : { id: paper.identity }),
      formerSlugs: paper.formerSlugs,
      title,
      firstDay: findFirstDay(paper, record, captureDays),
      texts: [...new Set([...(record?.texts ?? []), ...texts])],
      ...(paper.arxivId === undefined ? {} : { arxiv: paper.arxivId }),
      ...(sketch === undefined ? {} : { sketch }),
    };
  });
}

const isSameTitle = (known: string | undefined, title: string): boolean =>
  known === title || (known !== undefined && titleKey(known) === titleKey(title));

/** The first day of all; one that the ledger has counts only while a capture is of it. */
function findFirstDay(
  { listings: [first] }: Paper,
  record: LedgerPaper | undefined,
  captureDays: ReadonlySet<string>,
): string {
  const known = record?.firstDay;
  return known !== undefined && known < first.day && captureDays.has(known) ? known : first.day;
}

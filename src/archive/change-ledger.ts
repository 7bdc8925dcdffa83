import type { Ledger, LedgerCapture } from './ledger.ts';

/**
 * Gives a paper another slug; its old one redirects.
 * @param slug of the paper now
 * @param to a slug that no other paper has or had; it may be a former one of this paper
 * @returns the changed ledger
 */
export function renameInLedger(ledger: Ledger, slug: string, to: string): Ledger {
  const papers = ledger.papers.map((paper) => {
    if (paper.slug !== slug || slug === to) return paper;
    const { id = slug, formerSlugs, slug: _, ...rest } = paper;
    const former = [...formerSlugs, slug].filter((other) => other !== to);
    return { slug: to, ...(id === to ? {} : { id }), formerSlugs: former, ...rest };
  });
  return { ...ledger, papers };
}

/**
 * Gives the record of a capture the digest and the file name that it has after a change of its file, so that its days
 * redirect to its new one.
 * @param sha256 of the capture before the change
 * @returns the changed ledger; it is the same if it has no such capture
 */
export function replaceInLedger(
  ledger: Ledger,
  sha256: string,
  now: Pick<LedgerCapture, 'sha256' | 'name'>,
): Ledger {
  const old = ledger.captures.find((record) => record.sha256 === sha256);
  if (!old) return ledger;
  // The capture may have had this digest before: the days of that record are kept, too.
  const earlier = ledger.captures.find((r) => r !== old && r.sha256 === now.sha256);
  const days = [...old.formerDays, ...(earlier ? [earlier.day, ...earlier.formerDays] : [])];
  const formerDays = [...new Set(days)].filter((day) => day !== old.day);
  const captures = ledger.captures
    .filter((record) => record !== earlier)
    .map((record) => (record === old ? { ...old, ...now, formerDays } : record));
  return { ...ledger, captures };
}

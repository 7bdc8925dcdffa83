import type { Archive, Paper } from '../src/archive/archive.ts';
import { findNearestSlugs } from '../src/corrections/nearest-slugs.ts';
import { UsageError } from './exit-on-fault.ts';

/**
 * The paper that an argument names: by its slug, a former one, or its address.
 * @throws {UsageError} if no capture has it, with similar slugs
 */
export function findPaper(
  archive: Pick<Archive, 'papers' | 'retiredPapers'>,
  given: string,
): Paper {
  const slug = given.replace(/\/+$/, '').replace(/^.*\//, '');
  const has = (p: Paper): boolean => [p.slug, p.identity, ...p.formerSlugs].includes(slug);
  const paper = archive.papers.find(has);
  if (paper) return paper;
  const gone = archive.retiredPapers.find((p) => [p.slug, ...p.formerSlugs].includes(slug));
  if (gone) throw new UsageError(`No capture contains "${gone.title}" any more.`);
  const slugs = archive.papers.map((p) => p.slug);
  throw new UsageError(`No paper has the slug "${slug}".${suggest(slug, slugs)}`);
}

/** A question with the names that are similar to a misspelled one; empty if there are none. */
export function suggest(written: string, names: readonly string[]): string {
  const near = findNearestSlugs(written, names, 5).map((name) => `\n  ${name}`);
  return near.length > 0 ? ` Is it one of these?${near.join('')}` : '';
}

import type { Paper } from '../archive/archive.ts';
import { findLinks, type Link } from '../archive/find-links.ts';
import { restoreCorrected } from '../corrections/apply-corrections.ts';
import type { Correction } from '../corrections/corrections.ts';
import { placeInPaper } from '../corrections/place-corrections.ts';
import type { Restorer } from '../restore/create-restorer.ts';
import type { Segment } from '../restore/segments.ts';
import type { PaperLink } from './paper-record.ts';

/** A revision with its mathematics restored and corrected, each formula proven. */
export interface RestoredRevision {
  title: Segment[];
  abstract: Segment[];
  /** The links of the abstract, each once, in order. */
  links: PaperLink[];
}

/**
 * Restores the revisions of a paper, with the maintainer's corrections of it; what the channel does not
 * prove stays as captured.
 */
export function restorePaper(
  paper: Pick<Paper, 'revisions' | 'listings'>,
  corrections: readonly Correction[],
  restorer: Restorer,
): RestoredRevision[] {
  const placed = placeInPaper(paper, corrections);
  return paper.revisions.map((revision, i) => {
    const { title, abstract } = restoreCorrected(revision, restorer.restore, placed[i].edits);
    return { title, abstract, links: uniqueLinks(findLinks(revision.abstract)) };
  });
}

function uniqueLinks(links: readonly Link[]): PaperLink[] {
  const byUrl = new Map(links.map(({ url, label, kind }) => [url, { url, label, kind }]));
  return [...byUrl.values()];
}

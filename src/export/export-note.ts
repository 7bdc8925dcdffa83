import type { CitedPaper } from './export-paper.ts';

/** Where the papers of an archive were listed. */
const listName = 'Daily Papers';

/**
 * On which days a paper was listed: all that a capture knows of when, and no date of publication.
 * @example 'Listed on Daily Papers, 2025-03-11 and 2025-03-14'
 */
export function noteListing({ days }: Pick<CitedPaper, 'days'>): string {
  const last = days[days.length - 1];
  const earlier = days.slice(0, -1).join(', ');
  return `Listed on ${listName}, ${earlier ? `${earlier} and ${last}` : last}`;
}

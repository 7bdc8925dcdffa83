import type { PaperView } from '../queries/papers.ts';

/** Returns the attributes of an element that represents a paper; `reading-list.ts` reads them. */
export function paperData({
  identity,
  slug,
  titleText,
  listings,
  metadata,
}: PaperView): Record<string, string> {
  return {
    'data-paper-id': identity,
    'data-slug': slug,
    'data-paper-title': titleText,
    'data-paper-day': listings[listings.length - 1].day,
    ...(metadata.votes && { 'data-votes': String(metadata.votes.count) }),
  };
}

import type { PaperView } from '../queries/papers.ts';

/** What an element that stands for a paper tells scripts of it; they read it in `reading-list.ts`. */
export function paperData({
  identity,
  slug,
  titleText,
  listings,
}: PaperView): Record<string, string> {
  return {
    'data-paper-id': identity,
    'data-slug': slug,
    'data-paper-title': titleText,
    'data-paper-day': listings[listings.length - 1].day,
  };
}

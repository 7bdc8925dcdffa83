import { foldWords } from '../text/fold-words.ts';

/** A section of the guide, as the search knows it. */
export interface GuideSection {
  /** Name of its page. */
  page: string;
  /** Its heading; the title of the page where it is the beginning of one. */
  title: string;
  /** The `id` of its heading; none at the beginning of a page. */
  anchor?: string;
  /** The different words of heading and text, folded, separated by spaces. */
  words: string;
}

/**
 * The sections that have every word of a query, or words that begin with it: first those with most of them in
 * the heading; among equals the order is kept.
 */
export function matchGuide(sections: readonly GuideSection[], query: string): GuideSection[] {
  const asked = foldWords(query);
  if (asked.length === 0) return [];
  const countIn = (words: readonly string[]): number =>
    asked.filter((word) => words.some((other) => other.startsWith(word))).length;
  return sections
    .filter(({ words }) => countIn(words.split(' ')) === asked.length)
    .map((section) => ({ section, score: countIn(foldWords(section.title)) }))
    .sort((a, b) => b.score - a.score)
    .map(({ section }) => section);
}

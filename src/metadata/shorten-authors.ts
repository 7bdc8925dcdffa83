import type { Author } from './metadata.ts';
import { fullName } from './split-name.ts';

/**
 * The authors as lists show them: all of up to three, else the first two and how many more there are.
 * @example 9 authors → { names: 'Ada Lovelace, Alan Turing', more: 7 }, which reads "… and 7 more"
 */
export function shortenAuthors(authors: readonly Author[]): { names: string; more: number } {
  const names = authors.map(fullName);
  if (names.length > 3) return { names: names.slice(0, 2).join(', '), more: names.length - 2 };
  const start = names.slice(0, -1).join(', ');
  return { names: [start, names.at(-1)].filter(Boolean).join(' and '), more: 0 };
}

/** `shortenAuthors` as one text: `Ada Lovelace, Alan Turing and 7 more`. */
export function nameAuthors(authors: readonly Author[]): string {
  const { names, more } = shortenAuthors(authors);
  return more > 0 ? `${names} and ${more} more` : names;
}

import { foldWords } from '../text/fold-words.ts';
import type { AuthorQuery } from './author-query.ts';

/** Letters that Unicode does not decompose into a letter and an accent, as they are typed without the accent. */
const plainLetters: Readonly<Record<string, string>> = {
  ...{ ł: 'l', ø: 'o', đ: 'd', ð: 'd', ħ: 'h', ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th' },
};

/** The words of a name as they are compared. An apostrophe does not divide a word: `O’Neil` → `oneil`. */
export function nameWords(name: string): string[] {
  const letters = name.toLowerCase().replace(/['’‘`]/g, '');
  return foldWords(letters.replace(/[łøđðħıßæœþ]/g, (letter) => plainLetters[letter] ?? letter));
}

/**
 * The authors that are asked for. Each word of the query is a word of the name, and of different words, one may be the
 * initial of the other. Names with the words in the order of the query are preferred to those with another order, such
 * as `Han Song` for `Song Han`. If no name has the last word, and it was not quoted, it may be the beginning of one.
 * @param query.name in either order, with a comma if the family name is first: `hinton, g`
 */
export function matchAuthors<Author extends { name: string }>(
  authors: readonly Author[],
  { name, isQuoted }: AuthorQuery,
): Author[] {
  const asked = nameWords(name.replace(/^([^,]*),(.*)$/, '$2 $1'));
  const find = (isBeginning: boolean): Author[] => {
    const found = authors.filter(({ name }) => isMatch(asked, nameWords(name), isBeginning));
    const ordered = found.filter(({ name }) => isOrdered(asked, nameWords(name)));
    return ordered.length > 0 ? ordered : found;
  };
  const whole = find(false);
  return whole.length > 0 || isQuoted ? whole : find(true);
}

/** The authors whose names are being typed, those with the most papers first. */
export function suggestAuthors<Author extends { name: string; ids: readonly string[] }>(
  authors: readonly Author[],
  typed: string,
): Author[] {
  const asked = nameWords(typed);
  return authors
    .filter((author) => isMatch(asked, nameWords(author.name), true))
    .sort((a, b) => b.ids.length - a.ids.length || (a.name < b.name ? -1 : 1));
}

/** @param isBeginning whether the last word that was asked for may be the beginning of a word of the name */
function isMatch(
  asked: readonly string[],
  words: readonly string[],
  isBeginning: boolean,
): boolean {
  const last = asked.at(-1);
  if (last === undefined) return false;
  const free = [...words];
  const take = (fits: (word: string) => boolean): boolean => {
    const at = free.findIndex(fits);
    if (at >= 0) free.splice(at, 1);
    return at >= 0;
  };
  let isKnown = false;
  // Equal words first: the remaining ones are initials, which any word with the letter matches.
  const others = asked.filter((word, i) => {
    const mayContinue = isBeginning && i === asked.length - 1 && last.length > 1;
    const isFound =
      take((own) => own === word) || (mayContinue && take((own) => own.startsWith(word)));
    isKnown ||= isFound && word.length > 1;
    return !isFound;
  });
  // Initials alone fit too many names.
  if (others.length === 0) return true;
  return isKnown && others.every((word) => take((own) => isInitial(word, own)));
}

/** Whether the words that were asked for match words of the name from left to right. */
function isOrdered(asked: readonly string[], words: readonly string[]): boolean {
  const left = [...asked];
  for (const own of words) if (left[0] !== undefined && isSimilar(left[0], own)) left.shift();
  return left.length === 0;
}

/** Whether two words are equal, or one is the initial or the beginning of the other. */
const isSimilar = (asked: string, own: string): boolean =>
  own.startsWith(asked) || isInitial(asked, own);

const isInitial = (a: string, b: string): boolean =>
  (a.length === 1 && b.startsWith(a)) || (b.length === 1 && a.startsWith(b));

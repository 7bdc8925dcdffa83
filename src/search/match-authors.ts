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
 * initial of the other; the order does not matter. If no name has the last word, and it was not quoted, it may be the
 * beginning of one.
 */
export function matchAuthors<Author extends { name: string }>(
  authors: readonly Author[],
  { name, isQuoted }: AuthorQuery,
): Author[] {
  const asked = nameWords(name);
  const find = (isBeginning: boolean): Author[] =>
    authors.filter((author) => isMatch(asked, nameWords(author.name), isBeginning));
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
  // Equal words first: what is left are initials, for which any word with the letter is as good.
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

const isInitial = (a: string, b: string): boolean =>
  (a.length === 1 && b.startsWith(a)) || (b.length === 1 && a.startsWith(b));

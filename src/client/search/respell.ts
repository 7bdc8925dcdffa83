import { readQuery } from '../../search/formula-key.ts';
import { nameWords } from '../../search/match-authors.ts';
import { suggestSpelling } from '../../search/suggest-spelling.ts';
import type { VocabularyWord } from '../../search/word-list.ts';

/** Another spelling is suggested for all words if no more papers than this were found. */
const fewPapers = 2;

/**
 * The query with a better spelling; undefined if there is none. Words that no paper has are replaced; if all words
 * exist but few papers were found, those that are probably misspellings of far more frequent words.
 * @param unknown words of the query that no paper has
 * @param count number of papers found
 * @param authors of the papers that were found: their names are not misspellings
 */
export async function respell(
  query: string,
  unknown: readonly string[],
  count: number,
  authors: readonly string[],
  fetchVocabulary: () => Promise<VocabularyWord[]>,
): Promise<string | undefined> {
  const typed = readQuery(query).map((word) => word.typed);
  const suspects = unknown.length > 0 ? unknown : count <= fewPapers ? typed : [];
  const names = new Set(authors.flatMap(nameWords));
  const words = suspects
    .flatMap((word) => word.match(/\p{L}+/gu) ?? [])
    .filter((word) => !names.has(nameWords(word).join('')));
  if (words.length === 0) return undefined;
  const vocabulary = await fetchVocabulary();
  let respelled = query;
  for (const word of new Set(words)) {
    const better = suggestSpelling(word, vocabulary);
    if (better) respelled = respelled.replaceAll(word, better);
  }
  return respelled === query ? undefined : respelled;
}

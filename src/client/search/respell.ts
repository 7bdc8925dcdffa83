import { readQuery } from '../../search/formula-key.ts';
import { suggestSpelling } from '../../search/suggest-spelling.ts';
import type { VocabularyWord } from '../../search/word-list.ts';

/** Answers of this many papers or fewer are poor. */
const poor = 2;

/**
 * A query with its words spelled as the archive has them; undefined where nothing better is near.
 * Words that no paper has are respelled; where all are there and the answer is poor, those that were
 * probably meant to be far more frequent ones.
 * @param unknown words of the query that no paper has
 * @param count how many papers it found
 */
export async function respell(
  query: string,
  unknown: readonly string[],
  count: number,
  fetchVocabulary: () => Promise<VocabularyWord[]>,
): Promise<string | undefined> {
  const typed = readQuery(query).map((word) => word.typed);
  const suspects = unknown.length > 0 ? unknown : count <= poor ? typed : [];
  const words = suspects.flatMap((word) => word.match(/\p{L}+/gu) ?? []);
  if (words.length === 0) return undefined;
  const vocabulary = await fetchVocabulary();
  let respelled = query;
  for (const word of new Set(words)) {
    const better = suggestSpelling(word, vocabulary);
    if (better) respelled = respelled.replaceAll(word, better);
  }
  return respelled === query ? undefined : respelled;
}

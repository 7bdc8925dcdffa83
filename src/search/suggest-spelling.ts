import { fold } from '../text/fold-words.ts';
import type { VocabularyWord } from './word-list.ts';

/** How much more frequent a word must be to be offered in place of one that is there too: 16 times. */
const clearlyMore = 4;

/**
 * The word of the archive that a word was most probably meant to be; undefined where none is near.
 * A word that is there is only taken for another that is near and far more frequent.
 */
export function suggestSpelling(
  typed: string,
  vocabulary: readonly VocabularyWord[],
): string | undefined {
  const word = fold(typed);
  if (!/^[a-z]{4,24}$/.test(word)) return undefined;
  const known = vocabulary.find((entry) => entry.word === word);
  const farthest = word.length < 6 || known ? 1 : 2;
  let best: { word: string; cost: number } | undefined;
  for (const entry of vocabulary) {
    if (known && entry.level < known.level + clearlyMore) continue;
    const distance = measureDistance(word, entry.word, farthest);
    if (distance === 0 || distance > farthest) continue;
    // A slip is rarely in the first letter; of words as near, the frequent one is meant.
    const cost = distance + (entry.word[0] === word[0] ? 0 : 0.5) - entry.level / 32;
    if (best === undefined || cost < best.cost) best = { word: entry.word, cost };
  }
  return best?.word;
}

/**
 * How many letters must be put in, left out, replaced or swapped with the next to make one word of the
 * other, or a number over `most` where it is over it.
 * @see https://en.wikipedia.org/wiki/Damerau–Levenshtein_distance (optimal string alignment)
 */
export function measureDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1];
      let cost = Math.min(
        (last[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (last[j - 1] ?? 0) + (isSame ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    if (Math.min(...row) > most) return most + 1;
    [beforeLast, last] = [last, row];
  }
  return last[b.length] ?? most + 1;
}

import { fold } from '../text/fold-words.ts';
import type { VocabularyWord } from './word-list.ts';

/** By how many levels (powers of two) a word must be more frequent to replace another known word. */
const clearlyMore = 4;

/**
 * The word of the archive that was most probably meant; undefined if there is none. For a known word it
 * is one that is far more frequent.
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
    // Typing errors are rarely in the first letter; of equally near words the more frequent is meant.
    const cost = distance + (entry.word[0] === word[0] ? 0 : 0.5) - entry.level / 32;
    if (best === undefined || cost < best.cost) best = { word: entry.word, cost };
  }
  return best?.word;
}

/**
 * The number of letters to insert, delete, replace or swap with the next to turn one word into the
 * other; some number above `most` if it is greater than `most`.
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

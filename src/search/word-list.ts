import { compare } from '../text/compare.ts';
import { foldWords } from '../text/fold-words.ts';

/** A word of the archive. */
export interface VocabularyWord {
  word: string;
  /** Number of papers with it as a power of two, rounded down: 3 for 8 to 15 papers. */
  level: number;
}

/** Words in fewer papers are often misspelled. */
const fewestPapers = 2;
const mostWords = 16_384;
const shortest = 4;
const longest = 24;

/**
 * For each word of letters that may be suggested the number of papers with it.
 * @param texts one for each paper
 * @param counts to which the numbers are added
 */
export function countWords(
  texts: Iterable<string>,
  counts: Map<string, number> = new Map(),
): Map<string, number> {
  for (const text of texts) {
    for (const word of new Set(foldWords(text))) {
      if (/^[a-z]+$/.test(word) && word.length >= shortest && word.length <= longest)
        counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  return counts;
}

/**
 * The words that may be suggested, as text: those in at least `fewestPapers` papers, and of very many the
 * most frequent. A line each, in order: the number of letters in common with the word before (base 36),
 * the others, its level (base 36). `readVocabulary` is the inverse.
 */
export function writeVocabulary(counts: ReadonlyMap<string, number>): string {
  const chosen = [...counts]
    .filter(([, count]) => count >= fewestPapers)
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, mostWords)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  let before = '';
  return chosen
    .map(([word, count]) => {
      let shared = 0;
      while (shared < before.length && before[shared] === word[shared]) shared++;
      before = word;
      const level = Math.floor(Math.log2(count));
      return `${shared.toString(36)}${word.slice(shared)}${level.toString(36).toUpperCase()}`;
    })
    .join('\n');
}

/** The words of several texts of `writeVocabulary`, in order, with the levels that they have together. */
export function mergeVocabularies(texts: readonly string[]): VocabularyWord[] {
  const counts = new Map<string, number>();
  for (const { word, level } of texts.flatMap(readVocabulary))
    counts.set(word, (counts.get(word) ?? 0) + 2 ** level);
  return [...counts]
    .sort(([a], [b]) => compare(a, b))
    .map(([word, count]) => ({ word, level: Math.floor(Math.log2(count)) }));
}

/** The words in a text that `writeVocabulary` wrote, in order. */
export function readVocabulary(text: string): VocabularyWord[] {
  let before = '';
  return text.split('\n').flatMap((line) => {
    if (line.length < 2) return [];
    before = before.slice(0, Number.parseInt(line[0] ?? '', 36)) + line.slice(1, -1);
    return { word: before, level: Number.parseInt(line.at(-1) ?? '', 36) };
  });
}

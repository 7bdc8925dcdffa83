/** The words of a text, each once, lower case: `The k-means of …` → `the`, `k`, `means`, `of` … */
export function wordSet(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
}

/** Share of words that two texts have in common, 0 to 1 (Jaccard's index of their word sets). */
export function wordOverlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  for (const word of small) if (large.has(word)) shared++;
  const union = a.size + b.size - shared;
  return union === 0 ? 1 : shared / union;
}

/**
 * Finds, among the texts added so far, those that share at least `threshold` of their words with a
 * new one, without comparing it with all: two sets whose overlap is `t` must share a word among the
 * first `⌊(1 − t)·n⌋ + 1` of each, in any fixed order of all words. With the rarest words first
 * those lists stay short, so the cost grows near-linearly with the archive.
 * @see Chaudhuri, Ganti, Kaushik: A Primitive Operator for Similarity Joins (ICDE 2006), prefix filter
 */
export class OverlapIndex<T> {
  readonly #threshold: number;
  readonly #frequency: ReadonlyMap<string, number>;
  readonly #byWord = new Map<string, { item: T; words: ReadonlySet<string> }[]>();

  /** `frequency`: in how many texts of the archive each word stands; unknown words count as rarest. */
  constructor(threshold: number, frequency: ReadonlyMap<string, number>) {
    this.#threshold = threshold;
    this.#frequency = frequency;
  }

  #prefix(words: ReadonlySet<string>): string[] {
    const rank = (word: string): number => this.#frequency.get(word) ?? 0;
    const sorted = [...words].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
    // Without the hair's breadth, (1 - 0.9) * 10 is 0.9999999999999998 and its floor 0.
    return sorted.slice(0, Math.floor((1 - this.#threshold) * sorted.length + 1e-9) + 1);
  }

  /** Makes a text findable. */
  add(item: T, words: ReadonlySet<string>): void {
    for (const word of this.#prefix(words)) {
      const list = this.#byWord.get(word);
      if (list) list.push({ item, words });
      else this.#byWord.set(word, [{ item, words }]);
    }
  }

  /** The texts that overlap with `words` by the threshold or more, most alike first. */
  find(words: ReadonlySet<string>): { item: T; overlap: number }[] {
    const seen = new Set<T>();
    const found: { item: T; overlap: number }[] = [];
    for (const word of this.#prefix(words)) {
      for (const other of this.#byWord.get(word) ?? []) {
        if (seen.has(other.item)) continue;
        seen.add(other.item);
        const overlap = wordOverlap(words, other.words);
        if (overlap >= this.#threshold) found.push({ item: other.item, overlap });
      }
    }
    return found.sort((a, b) => b.overlap - a.overlap);
  }
}

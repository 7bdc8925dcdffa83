import { hashText, mixHash } from '../restore/hash.ts';
import { wordOverlap } from '../text/word-overlap.ts';

/** Words in a row that make a shingle. */
const shingleLength = 4;
/** One shingle in this many is sampled. */
const sampling = 4;
/** A shingle of more texts than this is a common phrase and not a sign of similarity. */
const mostTexts = 12;

/**
 * Finds, among the texts added so far, those that share much of their words with a new one, without comparing it with
 * all. A text is represented by a sample of its shingles (four words in a row), selected by their hash, so that equal
 * shingles are selected in all texts; only texts that share one of those are compared word by word. Cost: about 40
 * look-ups per text, each of at most 12 texts, however large the archive is. In practice it finds all pairs whose text
 * was edited and not rewritten.
 * @see Broder: On the resemblance and containment of documents (1997), modulo sketches
 */
export class OverlapIndex<T> {
  readonly #threshold: number;
  readonly #byShingle = new Map<number, { item: T; readWords: () => ReadonlySet<string> }[]>();

  /** @param threshold share of words from which a text is found, 0 to 1 */
  constructor(threshold: number) {
    this.#threshold = threshold;
  }

  /**
   * Adds a text.
   * @param sample its shingles, see `sampleShingles`
   * @param readWords gives its word set; called when the text is compared with another
   */
  add(item: T, sample: Iterable<number>, readWords: () => ReadonlySet<string>): void {
    for (const shingle of sample) {
      const list = this.#byShingle.get(shingle);
      if (!list) this.#byShingle.set(shingle, [{ item, readWords }]);
      else if (list.length < mostTexts) list.push({ item, readWords });
    }
  }

  /** The texts whose overlap with `words` is at least the threshold, most similar first. */
  find(words: ReadonlySet<string>, sample: Iterable<number>): { item: T; overlap: number }[] {
    const seen = new Set<T>();
    const found: { item: T; overlap: number }[] = [];
    for (const shingle of sample) {
      for (const other of this.#byShingle.get(shingle) ?? []) {
        if (seen.has(other.item)) continue;
        seen.add(other.item);
        const overlap = wordOverlap(words, other.readWords(), this.#threshold);
        if (overlap !== undefined) found.push({ item: other.item, overlap });
      }
    }
    return found.sort((a, b) => b.overlap - a.overlap);
  }
}

/** Hashes of a sample of a text's shingles, and of the whole text, so that even the shortest has one. */
export function sampleShingles(words: ReadonlySet<string>): Set<number> {
  // A set keeps the order of first occurrence: adjacent words in it are adjacent in the text, except for repetitions.
  const row = Array.from(words, (word) => hashText(word, 0, word.length));
  const sample = new Set([hashRow(row, 0, row.length)]);
  for (let i = 0; i + shingleLength <= row.length; i++) {
    const hash = hashRow(row, i, i + shingleLength);
    if (hash % sampling === 0) sample.add(hash);
  }
  return sample;
}

/** Combines the hashes of a row of words. */
function hashRow(row: readonly number[], from: number, to: number): number {
  let hash = 0;
  for (let i = from; i < to; i++) hash = mixHash(hash, row[i]);
  return hash >>> 0;
}

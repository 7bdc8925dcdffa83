import { hashText, mixHash } from '../restore/hash.ts';

/** Characters of scripts that put no spaces between words. */
const unspaced = ['Han', 'Hiragana', 'Katakana', 'Thai', 'Lao', 'Khmer', 'Myanmar']
  .map((script) => `\\p{Script_Extensions=${script}}`)
  .join('');
/** A run of such a script, or of anything else. */
const stretch = new RegExp(`([${unspaced}]+)|[^${unspaced}]+`, 'gu');
const hasUnspaced = new RegExp(`[${unspaced}]`, 'u');

/**
 * The set of words of a text, in lower case: `The k-means of …` → `the`, `k`, `means`, `of` … Where a
 * script has no spaces between words, each pair of adjacent characters is a word: `数学研究` → `数学`, `学研`, `研究`.
 */
export function wordSet(text: string): Set<string> {
  const runs = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  if (!hasUnspaced.test(text)) return new Set(runs);
  const words = new Set<string>();
  for (const run of runs) {
    for (const [part, row] of run.matchAll(stretch)) {
      for (const word of row === undefined ? [part] : pairsOf(row)) words.add(word);
    }
  }
  return words;
}

function pairsOf(part: string): string[] {
  const characters = [...part];
  if (characters.length === 1) return characters;
  return characters.slice(1).map((character, i) => `${characters[i]}${character}`);
}

/**
 * Share of words that two texts have in common, 0 to 1 (Jaccard index of their word sets); undefined if it is below a
 * threshold, which is known for most pairs after a third of their words.
 */
export function wordOverlap(
  a: ReadonlySet<string>,
  b: ReadonlySet<string>,
  threshold = 0,
): number | undefined {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  // The Jaccard index is shared / (|a| + |b| − shared).
  const needed = (threshold * (a.size + b.size)) / (1 + threshold);
  let shared = 0;
  let left = small.size;
  for (const word of small) {
    if (shared + left < needed - 1e-9) return undefined;
    left--;
    if (large.has(word)) shared++;
  }
  const union = a.size + b.size - shared;
  const overlap = union === 0 ? 1 : shared / union;
  return overlap >= threshold ? overlap : undefined;
}

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
